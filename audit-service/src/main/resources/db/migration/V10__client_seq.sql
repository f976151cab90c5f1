-- The numbers that clients gave their requests, as the records say: what is missing among them is
-- asked about. Who the client was is personal: the row goes with the entry's disclosures. Entries
-- from before carry no numbers.
CREATE TABLE client_seq (
  party  text   COLLATE "C" NOT NULL,
  client text   COLLATE "C" NOT NULL,
  seq    bigint NOT NULL CHECK (seq > 0),
  idx    bigint NOT NULL REFERENCES disclosure (idx) ON DELETE CASCADE,
  PRIMARY KEY (party, client, seq, idx)
);

CREATE INDEX client_seq_idx ON client_seq (party, client, idx) INCLUDE (seq);

CREATE INDEX client_seq_entry ON client_seq (idx);

CREATE TRIGGER never_change BEFORE UPDATE ON client_seq
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER never_truncate BEFORE TRUNCATE ON client_seq EXECUTE FUNCTION refuse_change();
