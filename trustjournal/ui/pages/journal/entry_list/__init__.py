"""The left half of the journal page: find entries and list them."""
