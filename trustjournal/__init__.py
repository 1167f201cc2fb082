"""TrustJournal: an offline, encrypted journal for people who are working on trust."""

__version__ = "0.1.0"
