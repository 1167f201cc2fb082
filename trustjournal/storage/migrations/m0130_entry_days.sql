-- How many entries each day has, so that the calendar and the list of the whole journal cost a row a day and not a row
-- an entry. Worked out from entry.position (its day, as Python counts days) and kept by triggers, so that whoever
-- writes an entry cannot forget it; a day without entries has no row.
BEGIN IMMEDIATE;

CREATE TABLE entry_day (
    ordinal INTEGER PRIMARY KEY,
    entries INTEGER NOT NULL
) STRICT;

INSERT INTO entry_day (ordinal, entries)
SELECT (position >> 20) / 86400, count(*) FROM entry WHERE position IS NOT NULL GROUP BY (position >> 20) / 86400;

CREATE TRIGGER entry_day_added AFTER INSERT ON entry WHEN new.position IS NOT NULL BEGIN
    INSERT INTO entry_day (ordinal, entries) VALUES ((new.position >> 20) / 86400, 1)
        ON CONFLICT (ordinal) DO UPDATE SET entries = entries + 1;
END;

CREATE TRIGGER entry_day_left AFTER UPDATE OF position ON entry
WHEN old.position IS NOT NULL AND old.position IS NOT new.position BEGIN
    UPDATE entry_day SET entries = entries - 1 WHERE ordinal = (old.position >> 20) / 86400;
    DELETE FROM entry_day WHERE ordinal = (old.position >> 20) / 86400 AND entries = 0;
END;

CREATE TRIGGER entry_day_joined AFTER UPDATE OF position ON entry
WHEN new.position IS NOT NULL AND old.position IS NOT new.position BEGIN
    INSERT INTO entry_day (ordinal, entries) VALUES ((new.position >> 20) / 86400, 1)
        ON CONFLICT (ordinal) DO UPDATE SET entries = entries + 1;
END;

CREATE TRIGGER entry_day_removed AFTER DELETE ON entry WHEN old.position IS NOT NULL BEGIN
    UPDATE entry_day SET entries = entries - 1 WHERE ordinal = (old.position >> 20) / 86400;
    DELETE FROM entry_day WHERE ordinal = (old.position >> 20) / 86400 AND entries = 0;
END;

PRAGMA user_version = 130;
COMMIT;
