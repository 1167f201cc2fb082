-- Prompts of a person's own, in decks that can be switched on and off for the daily draw.
BEGIN IMMEDIATE;

CREATE TABLE deck (
    n INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    device BLOB NOT NULL CHECK (length(device) = 16),
    revision INTEGER NOT NULL CHECK (revision > 0),
    content_hash BLOB NOT NULL CHECK (length(content_hash) = 32),
    created_at INTEGER NOT NULL,
    changed_at INTEGER NOT NULL,
    deleted_at INTEGER,
    name TEXT NOT NULL,
    is_on INTEGER NOT NULL CHECK (is_on IN (0, 1))
) STRICT;

CREATE TABLE own_prompt (
    n INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    device BLOB NOT NULL CHECK (length(device) = 16),
    revision INTEGER NOT NULL CHECK (revision > 0),
    content_hash BLOB NOT NULL CHECK (length(content_hash) = 32),
    created_at INTEGER NOT NULL,
    changed_at INTEGER NOT NULL,
    deleted_at INTEGER,
    deck BLOB NOT NULL REFERENCES deck (id),
    text TEXT NOT NULL,
    intensity INTEGER NOT NULL CHECK (intensity BETWEEN 1 AND 3),
    works_with TEXT NOT NULL,
    minutes INTEGER NOT NULL CHECK (minutes > 0),
    needs_person INTEGER NOT NULL CHECK (needs_person IN (0, 1)),
    note TEXT NOT NULL
) STRICT;
CREATE INDEX own_prompt_deck ON own_prompt (deck);

CREATE TABLE own_prompt_topic (
    own_prompt BLOB NOT NULL REFERENCES own_prompt (id),
    place INTEGER NOT NULL,
    topic TEXT NOT NULL,
    PRIMARY KEY (own_prompt, place)
) STRICT, WITHOUT ROWID;

PRAGMA user_version = 150;
COMMIT;
