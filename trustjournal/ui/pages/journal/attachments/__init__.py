"""Photos and files of the entry on the sheet."""
