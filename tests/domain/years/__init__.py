"""A year of prompts, lived by somebody made up: what is drawn is held against rules written down a second time."""
