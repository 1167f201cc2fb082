-- What a person writes, with people, tags and the prompts that were shown.
--
-- Every table of things a person makes begins with the same record columns: id (16 random bytes), device (the
-- computer that wrote the row last), revision (1, and one more with each change), content_hash (SHA-256,
-- docs/format.md), created_at and changed_at (UTC, milliseconds), deleted_at (a tombstone, or NULL).
-- entry.position orders the journal, newest last; a deleted entry has none.
BEGIN IMMEDIATE;

CREATE TABLE person (
    n INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    device BLOB NOT NULL CHECK (length(device) = 16),
    revision INTEGER NOT NULL CHECK (revision > 0),
    content_hash BLOB NOT NULL CHECK (length(content_hash) = 32),
    created_at INTEGER NOT NULL,
    changed_at INTEGER NOT NULL,
    deleted_at INTEGER,
    name TEXT NOT NULL,
    name_key TEXT NOT NULL,
    role TEXT NOT NULL,
    is_archived INTEGER NOT NULL CHECK (is_archived IN (0, 1))
) STRICT;
CREATE UNIQUE INDEX person_name ON person (name_key) WHERE deleted_at IS NULL;

CREATE TABLE tag (
    n INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    device BLOB NOT NULL CHECK (length(device) = 16),
    revision INTEGER NOT NULL CHECK (revision > 0),
    content_hash BLOB NOT NULL CHECK (length(content_hash) = 32),
    created_at INTEGER NOT NULL,
    changed_at INTEGER NOT NULL,
    deleted_at INTEGER,
    name TEXT NOT NULL,
    name_key TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX tag_name ON tag (name_key) WHERE deleted_at IS NULL;

CREATE TABLE prompt_served (
    n INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    device BLOB NOT NULL CHECK (length(device) = 16),
    revision INTEGER NOT NULL CHECK (revision > 0),
    content_hash BLOB NOT NULL CHECK (length(content_hash) = 32),
    created_at INTEGER NOT NULL,
    changed_at INTEGER NOT NULL,
    deleted_at INTEGER,
    prompt_id TEXT NOT NULL,
    unit TEXT NOT NULL,
    intensity INTEGER NOT NULL,
    day TEXT NOT NULL CHECK (length(day) = 10),
    wording TEXT NOT NULL,
    outcome TEXT NOT NULL
) STRICT;
CREATE INDEX prompt_served_day ON prompt_served (day);
CREATE INDEX prompt_served_unit ON prompt_served (unit, prompt_id);

CREATE TABLE entry (
    n INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    device BLOB NOT NULL CHECK (length(device) = 16),
    revision INTEGER NOT NULL CHECK (revision > 0),
    content_hash BLOB NOT NULL CHECK (length(content_hash) = 32),
    created_at INTEGER NOT NULL,
    changed_at INTEGER NOT NULL,
    deleted_at INTEGER,
    position INTEGER UNIQUE,
    day TEXT NOT NULL CHECK (length(day) = 10),
    wall_time TEXT NOT NULL,
    zone TEXT NOT NULL,
    instant INTEGER NOT NULL,
    prompt BLOB REFERENCES prompt_served (id),
    words INTEGER NOT NULL,
    title TEXT NOT NULL,
    excerpt TEXT NOT NULL,
    text TEXT NOT NULL,
    CHECK ((position IS NULL) = (deleted_at IS NOT NULL))
) STRICT;
-- Everything a mark on the timeline needs, so that drawing years of writing reads no text.
CREATE INDEX entry_marks ON entry (position, id, day, wall_time, zone, instant, words) WHERE position IS NOT NULL;
CREATE INDEX entry_prompt ON entry (prompt, position) WHERE prompt IS NOT NULL;

CREATE TABLE entry_person (
    entry BLOB NOT NULL REFERENCES entry (id),
    place INTEGER NOT NULL,
    person BLOB NOT NULL REFERENCES person (id),
    PRIMARY KEY (entry, place)
) STRICT, WITHOUT ROWID;
CREATE INDEX entry_person_person ON entry_person (person);

CREATE TABLE entry_tag (
    entry BLOB NOT NULL REFERENCES entry (id),
    place INTEGER NOT NULL,
    tag BLOB NOT NULL REFERENCES tag (id),
    PRIMARY KEY (entry, place)
) STRICT, WITHOUT ROWID;
CREATE INDEX entry_tag_tag ON entry_tag (tag);

PRAGMA user_version = 20;
COMMIT;
