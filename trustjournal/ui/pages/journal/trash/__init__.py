"""What was deleted: to be read, brought back, or deleted for good."""
