"""How things come and go: what other programs wrote, made fit for the journal, and back. Each format is one module."""
