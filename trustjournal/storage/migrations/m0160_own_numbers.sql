-- Numbers a person keeps to call for help.
BEGIN IMMEDIATE;

CREATE TABLE own_number (
    n INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    device BLOB NOT NULL CHECK (length(device) = 16),
    revision INTEGER NOT NULL CHECK (revision > 0),
    content_hash BLOB NOT NULL CHECK (length(content_hash) = 32),
    created_at INTEGER NOT NULL,
    changed_at INTEGER NOT NULL,
    deleted_at INTEGER,
    name TEXT NOT NULL,
    number TEXT NOT NULL,
    note TEXT NOT NULL
) STRICT;

PRAGMA user_version = 160;
COMMIT;
