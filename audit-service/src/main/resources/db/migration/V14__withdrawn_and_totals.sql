-- A review nobody signs is withdrawn: closed, for a reason, which stands where a sign-off has its note.
ALTER TABLE review
  ADD COLUMN withdrawn_idx bigint UNIQUE,  -- the record of withdrawing it
  ADD CHECK (num_nonnulls(signed_idx, withdrawn_idx) <= 1);

DROP INDEX review_open;
CREATE INDEX review_open ON review (owner, opened_idx)
  WHERE signed_idx IS NULL AND withdrawn_idx IS NULL;
CREATE INDEX review_withdrawn ON review (owner, opened_idx) WHERE withdrawn_idx IS NOT NULL;

-- What may happen to a review: it is signed or withdrawn, once, and its words are erased.
CREATE OR REPLACE FUNCTION refuse_review_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.id, NEW.owner, NEW.form, NEW.tree_size, NEW.root, NEW.entries, NEW.opened_idx)
       IS DISTINCT FROM
     (OLD.id, OLD.owner, OLD.form, OLD.tree_size, OLD.root, OLD.entries, OLD.opened_idx)
     OR coalesce(NEW.query, OLD.query) IS DISTINCT FROM OLD.query
     OR coalesce(NEW.salt, OLD.salt) IS DISTINCT FROM OLD.salt
     OR (num_nonnulls(OLD.signed_idx, OLD.withdrawn_idx) > 0
         AND ((NEW.signed_idx, NEW.withdrawn_idx) IS DISTINCT FROM
              (OLD.signed_idx, OLD.withdrawn_idx)
              OR coalesce(NEW.note, OLD.note) IS DISTINCT FROM OLD.note)) THEN
    RAISE EXCEPTION 'a review never changes: % refused', OLD.id;
  END IF;
  RETURN NEW;
END $$;

-- What the list of clients says of a finding, so that it need not be read for it: totals as its bytes
-- have them. Fsck and the page of one finding hold them against these.
ALTER TABLE reconciliation
  ADD COLUMN matched         bigint,
  ADD COLUMN only_in_journal bigint,
  ADD COLUMN only_in_log     bigint,
  ADD COLUMN differing       bigint;

-- A finding that somebody altered may have none, and keeps nothing from starting: it has zeros then,
-- and page and fsck say that it is altered.
CREATE FUNCTION total_in(finding bytea, path text[]) RETURNS bigint LANGUAGE plpgsql AS $$
BEGIN
  RETURN coalesce((convert_from(finding, 'UTF8')::json #>> path)::bigint, 0);
EXCEPTION WHEN data_exception OR program_limit_exceeded THEN
  RETURN 0;
END $$;

ALTER TABLE reconciliation DISABLE TRIGGER never_change;
UPDATE reconciliation SET
  matched         = total_in(finding, '{matched}'),
  only_in_journal = total_in(finding, '{only_in_journal,total}'),
  only_in_log     = total_in(finding, '{only_in_log,total}'),
  differing       = total_in(finding, '{differing,total}');
ALTER TABLE reconciliation ENABLE TRIGGER never_change;
DROP FUNCTION total_in(bytea, text[]);

ALTER TABLE reconciliation
  ALTER COLUMN matched         SET NOT NULL,
  ALTER COLUMN only_in_journal SET NOT NULL,
  ALTER COLUMN only_in_log     SET NOT NULL,
  ALTER COLUMN differing       SET NOT NULL;
