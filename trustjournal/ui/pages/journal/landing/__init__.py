"""A soft landing after a deep prompt: how to close it, and two places to go to, under what was written."""
