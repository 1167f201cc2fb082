"""Find in the guide: what is looked for, what was found, and the way from one place to the next."""
