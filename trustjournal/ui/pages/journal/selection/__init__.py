"""Several entries picked in the list, and what can be done with all of them."""
