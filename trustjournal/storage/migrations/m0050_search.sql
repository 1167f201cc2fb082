-- The full-text index. Its rowid is the entry's position, so that hits come newest first without sorting; it holds
-- a normalised shadow of title and text (docs/format.md), not the words themselves, and no copy of that shadow.
-- The tokenizer only cuts at spaces and lowers ASCII: everything else was decided when the shadow was made.
-- A page of 3,900 bytes fits into a database page beside what SQLCipher keeps there.
BEGIN IMMEDIATE;

CREATE VIRTUAL TABLE search USING fts5 (
    title, text, content = '', contentless_delete = 1, tokenize = 'ascii', prefix = '1 2 3'
);
INSERT INTO search (search, rank) VALUES ('pgsz', 3900);

PRAGMA user_version = 50;
COMMIT;
