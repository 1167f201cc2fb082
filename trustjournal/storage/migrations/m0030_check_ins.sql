-- How things were: mood, words, and ratings of people.
--
-- Of one person, day and facet one rating is kept. One that a later rating replaced is a tombstone that names its
-- successor, so that undoing the later one brings it back.
BEGIN IMMEDIATE;

CREATE TABLE check_in (
    n INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    device BLOB NOT NULL CHECK (length(device) = 16),
    revision INTEGER NOT NULL CHECK (revision > 0),
    content_hash BLOB NOT NULL CHECK (length(content_hash) = 32),
    created_at INTEGER NOT NULL,
    changed_at INTEGER NOT NULL,
    deleted_at INTEGER,
    day TEXT NOT NULL CHECK (length(day) = 10),
    wall_time TEXT NOT NULL,
    zone TEXT NOT NULL,
    instant INTEGER NOT NULL,
    pleasantness INTEGER CHECK (pleasantness BETWEEN -4 AND 4),
    energy INTEGER CHECK (energy BETWEEN -4 AND 4),
    CHECK ((pleasantness IS NULL) = (energy IS NULL))
) STRICT;
CREATE INDEX check_in_day ON check_in (day, wall_time, n);

CREATE TABLE check_in_word (
    check_in BLOB NOT NULL REFERENCES check_in (id),
    place INTEGER NOT NULL,
    word TEXT NOT NULL,
    PRIMARY KEY (check_in, place)
) STRICT, WITHOUT ROWID;

CREATE TABLE trust_rating (
    n INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    device BLOB NOT NULL CHECK (length(device) = 16),
    revision INTEGER NOT NULL CHECK (revision > 0),
    content_hash BLOB NOT NULL CHECK (length(content_hash) = 32),
    created_at INTEGER NOT NULL,
    changed_at INTEGER NOT NULL,
    deleted_at INTEGER,
    check_in BLOB NOT NULL REFERENCES check_in (id),
    person BLOB NOT NULL REFERENCES person (id),
    day TEXT NOT NULL CHECK (length(day) = 10),
    facet TEXT NOT NULL,
    value INTEGER CHECK (value BETWEEN 0 AND 10),
    basis TEXT,
    replaced_by BLOB REFERENCES trust_rating (id) DEFERRABLE INITIALLY DEFERRED,
    CHECK (replaced_by IS NULL OR deleted_at IS NOT NULL)
) STRICT;
CREATE UNIQUE INDEX trust_rating_kept ON trust_rating (person, day, facet) WHERE deleted_at IS NULL;
CREATE INDEX trust_rating_day ON trust_rating (day) WHERE deleted_at IS NULL;
CREATE INDEX trust_rating_check_in ON trust_rating (check_in);
CREATE INDEX trust_rating_replaced ON trust_rating (replaced_by) WHERE replaced_by IS NOT NULL;

PRAGMA user_version = 30;
COMMIT;
