-- Where an entry stood before it was deleted, so that among those of the same second it comes back to its old place; a
-- time can be chosen by the minute, and then they are many. NULL unless it is in the trash.
BEGIN IMMEDIATE;

ALTER TABLE entry ADD COLUMN position_before INTEGER;

PRAGMA user_version = 140;
COMMIT;
