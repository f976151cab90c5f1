-- Reviews: a saved search of the log as it was at a signed checkpoint, and its sign-off. The log has
-- the digests of what is said here; a row that does not fit its records is shown as such. Query,
-- salt and note may name persons: they are erased when they are due, the rest stays.
CREATE TABLE review (
  id         uuid    PRIMARY KEY,
  owner      text    COLLATE "C" NOT NULL,  -- whose auditors see it: a party, * for the joint ones
  form       uuid    NOT NULL,              -- of the form that opened it: sent twice, opened once
  tree_size  bigint  NOT NULL CHECK (tree_size >= 0),
  root       bytea   NOT NULL CHECK (octet_length(root) = 32),
  entries    integer NOT NULL CHECK (entries >= 0),  -- found then, 1001 for more than 1000
  query      text    COLLATE "C",
  salt       text    COLLATE "C",
  note       text,
  opened_idx bigint  NOT NULL UNIQUE,       -- the records of opening and of signing it
  signed_idx bigint  UNIQUE,
  UNIQUE (owner, form)
);

CREATE INDEX review_open   ON review (owner, opened_idx) WHERE signed_idx IS NULL;
CREATE INDEX review_signed ON review (owner, opened_idx) WHERE signed_idx IS NOT NULL;

-- What may happen to a review: it is signed, once, and its words are erased.
CREATE FUNCTION refuse_review_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.id, NEW.owner, NEW.form, NEW.tree_size, NEW.root, NEW.entries, NEW.opened_idx)
       IS DISTINCT FROM
     (OLD.id, OLD.owner, OLD.form, OLD.tree_size, OLD.root, OLD.entries, OLD.opened_idx)
     OR coalesce(NEW.query, OLD.query) IS DISTINCT FROM OLD.query
     OR coalesce(NEW.salt, OLD.salt) IS DISTINCT FROM OLD.salt
     OR (OLD.signed_idx IS NOT NULL
         AND (NEW.signed_idx IS DISTINCT FROM OLD.signed_idx
              OR coalesce(NEW.note, OLD.note) IS DISTINCT FROM OLD.note)) THEN
    RAISE EXCEPTION 'a review never changes: % refused', OLD.id;
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER signed_once BEFORE UPDATE ON review
  FOR EACH ROW EXECUTE FUNCTION refuse_review_change();
CREATE TRIGGER never_delete BEFORE DELETE ON review
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER never_truncate BEFORE TRUNCATE ON review EXECUTE FUNCTION refuse_change();
