"""This computer's keyring: which keyrings are trusted with a secret, and how it is kept there."""
