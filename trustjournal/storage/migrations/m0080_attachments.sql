-- Photos and files of an entry. The long columns stand last, so that lists read none of them.
BEGIN IMMEDIATE;

CREATE TABLE attachment (
    n INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    device BLOB NOT NULL CHECK (length(device) = 16),
    revision INTEGER NOT NULL CHECK (revision > 0),
    content_hash BLOB NOT NULL CHECK (length(content_hash) = 32),
    created_at INTEGER NOT NULL,
    changed_at INTEGER NOT NULL,
    deleted_at INTEGER,
    entry BLOB NOT NULL REFERENCES entry (id),
    kind TEXT NOT NULL CHECK (kind IN ('photo', 'file')),
    name TEXT NOT NULL,
    media_type TEXT NOT NULL,
    size INTEGER NOT NULL,
    sha256 BLOB NOT NULL CHECK (length(sha256) = 32),
    width INTEGER,
    height INTEGER,
    preview BLOB,
    data BLOB NOT NULL
) STRICT;
CREATE INDEX attachment_entry ON attachment (entry, n);

PRAGMA user_version = 80;
COMMIT;
