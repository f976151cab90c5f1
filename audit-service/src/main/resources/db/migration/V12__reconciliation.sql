-- What parties' auditors say that their clients' journals and the log do not have in common, as
-- received: each is a claim, and its digest is in the entry that tells of it. Who filed it is
-- personal, and so is what it says of a client: the row goes with the disclosures of its entry, and
-- when that client's are erased.
CREATE TABLE reconciliation (
  idx     bigint PRIMARY KEY REFERENCES disclosure (idx) ON DELETE CASCADE,
  party   text  COLLATE "C" NOT NULL,
  client  text  COLLATE "C" NOT NULL,
  finding bytea NOT NULL
);

CREATE INDEX reconciliation_client ON reconciliation (party, client, idx);

CREATE TRIGGER never_change BEFORE UPDATE ON reconciliation
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER never_truncate BEFORE TRUNCATE ON reconciliation EXECUTE FUNCTION refuse_change();
