-- Prompts a person wants to be asked again, and from which day on. The wording is the one they saw, so that the plan can
-- be told even where the guide no longer has the prompt.
BEGIN IMMEDIATE;

CREATE TABLE prompt_planned (
    n INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    device BLOB NOT NULL CHECK (length(device) = 16),
    revision INTEGER NOT NULL CHECK (revision > 0),
    content_hash BLOB NOT NULL CHECK (length(content_hash) = 32),
    created_at INTEGER NOT NULL,
    changed_at INTEGER NOT NULL,
    deleted_at INTEGER,
    prompt_id TEXT NOT NULL UNIQUE,
    unit TEXT NOT NULL,
    wording TEXT NOT NULL,
    due_day TEXT NOT NULL CHECK (length(due_day) = 10)
) STRICT;

PRAGMA user_version = 170;
COMMIT;
