-- What a person says about an entry besides its words: how it felt, that it is starred, not finished, for therapy, or
-- not to be brought back unasked. They are in the content hash only where they say something, so that the hashes of
-- entries written before stay what they are (docs/format.md).
BEGIN IMMEDIATE;

ALTER TABLE entry ADD COLUMN is_starred INTEGER NOT NULL DEFAULT 0 CHECK (is_starred IN (0, 1));
ALTER TABLE entry ADD COLUMN is_draft INTEGER NOT NULL DEFAULT 0 CHECK (is_draft IN (0, 1));
ALTER TABLE entry ADD COLUMN is_for_therapy INTEGER NOT NULL DEFAULT 0 CHECK (is_for_therapy IN (0, 1));
ALTER TABLE entry ADD COLUMN stays_away INTEGER NOT NULL DEFAULT 0 CHECK (stays_away IN (0, 1));
ALTER TABLE entry ADD COLUMN photos INTEGER NOT NULL DEFAULT 0;
CREATE INDEX entry_starred ON entry (position) WHERE is_starred = 1;
CREATE INDEX entry_draft ON entry (position) WHERE is_draft = 1;
CREATE INDEX entry_for_therapy ON entry (position) WHERE is_for_therapy = 1;
CREATE INDEX entry_photos ON entry (position) WHERE photos > 0;
CREATE INDEX entry_trash ON entry (deleted_at) WHERE deleted_at IS NOT NULL;

CREATE TABLE entry_feeling (
    entry BLOB NOT NULL REFERENCES entry (id),
    place INTEGER NOT NULL,
    word TEXT NOT NULL,
    PRIMARY KEY (entry, place)
) STRICT, WITHOUT ROWID;
CREATE INDEX entry_feeling_word ON entry_feeling (word, entry);

PRAGMA user_version = 60;
COMMIT;
