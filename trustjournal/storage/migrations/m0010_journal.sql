-- The one row that says which journal this is. It must name the same vault as the key file.
BEGIN IMMEDIATE;

CREATE TABLE journal (
    only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
    vault TEXT NOT NULL CHECK (length(vault) = 16),
    created_at INTEGER NOT NULL
) STRICT;

PRAGMA user_version = 10;
COMMIT;
