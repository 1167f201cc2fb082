"""Earlier words of the entry on the sheet."""
