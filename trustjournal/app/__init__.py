"""The processes: a supervisor, and one file for each of the two lives it starts in turn."""
