-- What the filters of a search ask for, in the order of the journal, so that the newest entries come first without
-- sorting and without reading an entry. A mark is a letter and what it is about: t and the number of a tag, p and that
-- of a person, u and a unit of the guide, f and a feeling word. All of it is worked out from the tables it names.
BEGIN IMMEDIATE;

CREATE TABLE search_mark (
    mark TEXT NOT NULL,
    position INTEGER NOT NULL,
    PRIMARY KEY (mark, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX search_mark_position ON search_mark (position);

INSERT INTO search_mark (mark, position)
SELECT 't' || tag.n, entry.position FROM entry
    JOIN entry_tag ON entry_tag.entry = entry.id JOIN tag ON tag.id = entry_tag.tag WHERE entry.position IS NOT NULL
UNION SELECT 'p' || person.n, entry.position FROM entry
    JOIN entry_person ON entry_person.entry = entry.id JOIN person ON person.id = entry_person.person
    WHERE entry.position IS NOT NULL
UNION SELECT 'u' || prompt_served.unit, entry.position FROM entry
    JOIN prompt_served ON prompt_served.id = entry.prompt WHERE entry.position IS NOT NULL
UNION SELECT 'f' || entry_feeling.word, entry.position FROM entry
    JOIN entry_feeling ON entry_feeling.entry = entry.id WHERE entry.position IS NOT NULL;

CREATE INDEX check_in_mood ON check_in (day, pleasantness) WHERE deleted_at IS NULL AND pleasantness IS NOT NULL;
CREATE INDEX trust_rating_value ON trust_rating (day, person, value) WHERE deleted_at IS NULL AND value IS NOT NULL;
CREATE INDEX attachment_file ON attachment (entry) WHERE kind = 'file' AND deleted_at IS NULL;

PRAGMA user_version = 120;
COMMIT;
