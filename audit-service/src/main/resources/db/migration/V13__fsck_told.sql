-- What passes find, and that one found nothing, is put on record in the log, once each. uid is the key of that record,
-- so that it is the same one however often it is tried; told is its index.
ALTER TABLE fsck_finding
  ADD COLUMN uid  uuid NOT NULL DEFAULT gen_random_uuid(),
  ADD COLUMN told bigint;
CREATE INDEX fsck_finding_untold ON fsck_finding (found_ms) WHERE told IS NULL;

ALTER TABLE fsck_state
  ADD COLUMN uid  uuid NOT NULL DEFAULT gen_random_uuid(),
  ADD COLUMN told bigint,
  ADD COLUMN root bytea;  -- of all entries, when the pass ended and nothing did not fit; else NULL
