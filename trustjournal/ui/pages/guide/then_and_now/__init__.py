"""Then and now: what was written to the same prompt at different times, beside each other."""
