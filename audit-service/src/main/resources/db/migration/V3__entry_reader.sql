-- Which parties' auditors may read an entry besides the joint ones, decided when it is appended.
CREATE TABLE entry_reader (
  reader text   COLLATE "C" NOT NULL,
  idx    bigint NOT NULL,
  PRIMARY KEY (reader, idx)
);

-- Of what is there already, everybody reads its own; the rest stays with the joint auditors.
INSERT INTO entry_reader (reader, idx) SELECT party, idx FROM entry WHERE party <> '-';

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON entry_reader
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER never_truncate BEFORE TRUNCATE ON entry_reader EXECUTE FUNCTION refuse_change();
