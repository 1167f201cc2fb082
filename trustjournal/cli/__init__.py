"""The second face of the program: the same services in a terminal, without Qt. It speaks English."""
