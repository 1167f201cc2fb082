"""From the journal to paper or to a PDF: one entry, those selected, or all of some days."""
