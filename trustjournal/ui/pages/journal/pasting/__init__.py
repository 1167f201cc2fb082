"""What is pasted from other programs, made fit for the page."""
