"""Power cuts at thousands of moments of a journal's life, played from a record of every write."""
