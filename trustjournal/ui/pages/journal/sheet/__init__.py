"""The right half of the journal page: one entry, its words and what is around them."""
