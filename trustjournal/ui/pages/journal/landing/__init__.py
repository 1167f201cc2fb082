"""A soft landing after a deep prompt: that it can be closed, and two places to go to, under what was written."""
