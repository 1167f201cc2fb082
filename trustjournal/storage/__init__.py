"""How a journal is kept: key slots, the encrypted database, stores, migrations. The only floor that knows SQLCipher."""
