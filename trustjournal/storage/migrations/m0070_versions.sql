-- Earlier words of an entry. text is zlib (RFC 1950) over UTF-8; saved_at is when these words were stored (UTC, ms).
-- And the mark of an entry that was deleted for good: its tombstone stays, with nothing in it.
BEGIN IMMEDIATE;

CREATE TABLE entry_version (
    n INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    device BLOB NOT NULL CHECK (length(device) = 16),
    revision INTEGER NOT NULL CHECK (revision > 0),
    content_hash BLOB NOT NULL CHECK (length(content_hash) = 32),
    created_at INTEGER NOT NULL,
    changed_at INTEGER NOT NULL,
    deleted_at INTEGER,
    entry BLOB NOT NULL REFERENCES entry (id),
    saved_at INTEGER NOT NULL,
    words INTEGER NOT NULL,
    title TEXT NOT NULL,
    text BLOB NOT NULL
) STRICT;
CREATE INDEX entry_version_entry ON entry_version (entry, saved_at);

ALTER TABLE entry ADD COLUMN is_emptied INTEGER NOT NULL DEFAULT 0 CHECK (is_emptied IN (0, 1));
DROP INDEX entry_trash;
CREATE INDEX entry_trash ON entry (deleted_at) WHERE deleted_at IS NOT NULL AND is_emptied = 0;

PRAGMA user_version = 70;
COMMIT;
