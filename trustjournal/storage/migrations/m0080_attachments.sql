-- Photos and files of an entry. The long column stands last, so that lists read none of it. The bytes are in pieces:
-- fifty megabytes in one would keep the saves of other words waiting. A piece whose attachment is not there was on its
-- way when the program was ended, and means nothing.
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
    preview BLOB
) STRICT;
CREATE INDEX attachment_entry ON attachment (entry, n);

CREATE TABLE attachment_part (
    attachment BLOB NOT NULL CHECK (length(attachment) = 16),
    place INTEGER NOT NULL CHECK (place >= 0),
    data BLOB NOT NULL,
    PRIMARY KEY (attachment, place)
) STRICT;

PRAGMA user_version = 80;
COMMIT;
