-- What time-stamp authorities answered about checkpoints (RFC 3161); verified before it was kept, and
-- by whoever uses it. What is stamped is the text of the note, up to its blank line.
CREATE TABLE timestamp_reply (
  size      bigint NOT NULL REFERENCES checkpoint,
  party     text   COLLATE "C" NOT NULL,  -- whose choice the authority is
  stated_ms bigint NOT NULL,              -- the authority's time
  kept_ms   bigint NOT NULL,              -- ours
  reply     bytea  NOT NULL,              -- the DER as it came
  PRIMARY KEY (size, party)
);

CREATE INDEX timestamp_reply_of ON timestamp_reply (party, size);

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON timestamp_reply
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER never_truncate BEFORE TRUNCATE ON timestamp_reply EXECUTE FUNCTION refuse_change();
