"""What a search of the journal is besides its hits: chips, help, completion, remarks, saved ones, hits in the entry."""
