-- Words a person told the spelling check are right.
BEGIN IMMEDIATE;

CREATE TABLE personal_word (
    n INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    device BLOB NOT NULL CHECK (length(device) = 16),
    revision INTEGER NOT NULL CHECK (revision > 0),
    content_hash BLOB NOT NULL CHECK (length(content_hash) = 32),
    created_at INTEGER NOT NULL,
    changed_at INTEGER NOT NULL,
    deleted_at INTEGER,
    word TEXT NOT NULL UNIQUE
) STRICT;

PRAGMA user_version = 110;
COMMIT;
