-- What a person has chosen and read: prompts hidden for good, units of the guide visited, settings of the journal.
BEGIN IMMEDIATE;

CREATE TABLE prompt_hidden (
    n INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    device BLOB NOT NULL CHECK (length(device) = 16),
    revision INTEGER NOT NULL CHECK (revision > 0),
    content_hash BLOB NOT NULL CHECK (length(content_hash) = 32),
    created_at INTEGER NOT NULL,
    changed_at INTEGER NOT NULL,
    deleted_at INTEGER,
    prompt_id TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE guide_visit (
    n INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    device BLOB NOT NULL CHECK (length(device) = 16),
    revision INTEGER NOT NULL CHECK (revision > 0),
    content_hash BLOB NOT NULL CHECK (length(content_hash) = 32),
    created_at INTEGER NOT NULL,
    changed_at INTEGER NOT NULL,
    deleted_at INTEGER,
    unit TEXT NOT NULL UNIQUE,
    last_day TEXT NOT NULL CHECK (length(last_day) = 10)
) STRICT;

CREATE TABLE setting (
    n INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    device BLOB NOT NULL CHECK (length(device) = 16),
    revision INTEGER NOT NULL CHECK (revision > 0),
    content_hash BLOB NOT NULL CHECK (length(content_hash) = 32),
    created_at INTEGER NOT NULL,
    changed_at INTEGER NOT NULL,
    deleted_at INTEGER,
    key TEXT NOT NULL UNIQUE,
    value TEXT NOT NULL
) STRICT;

PRAGMA user_version = 40;
COMMIT;
