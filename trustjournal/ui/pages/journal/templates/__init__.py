"""Templates: to begin a page from, and a person's own to be made and changed."""
