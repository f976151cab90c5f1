-- Personal fields of the entries: the leaves hold salted digests of them only (RFC 9901). These rows
-- may be deleted, and are when they are due; the tree and every proof stay as they are.
CREATE TABLE disclosure (
  idx         bigint PRIMARY KEY CHECK (idx >= 0),
  actor       text   COLLATE "C" NOT NULL,  -- as disclosed, to be searched by
  disclosures text   COLLATE "C" NOT NULL   -- as they were sent, each followed by a tilde
);

CREATE INDEX disclosure_actor ON disclosure (actor, idx);

-- Entries from before have their actor in the leaf; what is searched moves with the others.
INSERT INTO disclosure (idx, actor, disclosures) SELECT idx, actor, '' FROM entry WHERE actor <> '-';
ALTER TABLE entry DROP COLUMN actor;

CREATE TRIGGER never_change BEFORE UPDATE ON disclosure
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER never_truncate BEFORE TRUNCATE ON disclosure EXECUTE FUNCTION refuse_change();
