-- What witnesses signed beside our own signatures; verified when it came, and again whenever it is used.
CREATE TABLE cosignature (
  size        bigint NOT NULL REFERENCES checkpoint,
  vkey_name   text   COLLATE "C" NOT NULL,
  vkey_id     text   COLLATE "C" NOT NULL,
  line        text   NOT NULL,  -- the signature line, without its line end
  cosigned_ms bigint NOT NULL,
  PRIMARY KEY (size, vkey_name, vkey_id)
);

CREATE INDEX cosignature_of ON cosignature (vkey_name, vkey_id, size);

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON cosignature
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER never_truncate BEFORE TRUNCATE ON cosignature EXECUTE FUNCTION refuse_change();
