"""Takes entries out of the journal: what goes, how much of it, and where to."""
