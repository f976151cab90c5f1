-- One log per database. The database is not trusted: whoever owns it can drop every trigger below.
-- What convicts such an owner are the checkpoints, receipts and copies that others hold. All times
-- are milliseconds since the epoch, UTC.

-- Whose log this is. A service with another origin or other keys must not touch it.
CREATE TABLE log_identity (
  id              smallint    PRIMARY KEY CHECK (id = 1),
  origin          text        NOT NULL,
  ed25519_vkey    text        NOT NULL,
  ml_dsa_44_vkey  text        NOT NULL,
  created_at      timestamptz NOT NULL
);

-- The head of the log, and the only row that is ever updated: by compare-and-swap on size, root and
-- epoch. A sequencer takes over by raising the epoch, which ends every older one.
CREATE TABLE log_state (
  id           smallint PRIMARY KEY CHECK (id = 1),
  size         bigint   NOT NULL CHECK (size >= 0),
  root         bytea    NOT NULL CHECK (octet_length(root) = 32),
  epoch        bigint   NOT NULL,
  sequenced_ms bigint   NOT NULL
) WITH (fillfactor = 10);  -- room for updates on the same page, without touching the index

INSERT INTO log_state VALUES
  (1, 0, '\xe3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855', 0, 0);

-- The leaves, and what auditors search by.
CREATE TABLE entry (
  idx          bigint PRIMARY KEY CHECK (idx >= 0),
  leaf_hash    bytea  NOT NULL CHECK (octet_length(leaf_hash) = 32),
  body         bytea  NOT NULL,  -- the exact bytes under leaf_hash
  sequenced_ms bigint NOT NULL,
  time_ms      bigint NOT NULL,
  party        text   COLLATE "C" NOT NULL,
  actor        text   COLLATE "C" NOT NULL,
  operation    text   COLLATE "C" NOT NULL,
  outcome      text   COLLATE "C" NOT NULL CHECK (outcome IN ('allowed', 'denied', 'error')),
  code         text   COLLATE "C" NOT NULL
);

CREATE INDEX entry_leaf_hash ON entry USING hash (leaf_hash);
CREATE INDEX entry_party     ON entry (party, idx);
CREATE INDEX entry_actor     ON entry (actor, idx);
CREATE INDEX entry_operation ON entry (operation, idx);
CREATE INDEX entry_outcome   ON entry (outcome, idx);
CREATE INDEX entry_time      ON entry USING brin (time_ms);

-- Who saw this object.
CREATE TABLE entry_object (
  object_id text   COLLATE "C" NOT NULL,
  idx       bigint NOT NULL,
  PRIMARY KEY (object_id, idx)
);

-- Idempotency: the same key is the same entry for ever.
CREATE TABLE idem (
  uid       uuid   PRIMARY KEY,
  idx       bigint NOT NULL,
  leaf_hash bytea  NOT NULL
);

-- Full tiles only; what is not full yet is derived from entry and from the tiles below.
CREATE TABLE tile (
  level  smallint NOT NULL,
  n      bigint   NOT NULL,
  root   bytea    NOT NULL CHECK (octet_length(root) = 32),
  hashes bytea    NOT NULL CHECK (octet_length(hashes) = 8192),
  PRIMARY KEY (level, n)
);
ALTER TABLE tile ALTER COLUMN hashes SET STORAGE EXTERNAL;  -- hashes do not compress

-- The primary key is the promise: one root per size.
CREATE TABLE checkpoint (
  size      bigint PRIMARY KEY,
  root      bytea  NOT NULL CHECK (octet_length(root) = 32),
  note      text   NOT NULL,
  signed_ms bigint NOT NULL
);

-- Tripwires. They stop mistakes and make an attack deliberate; they do not stop an owner.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the log is append-only: % on % refused', TG_OP, TG_TABLE_NAME;
END $$;

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON entry
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON entry_object
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON tile
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON checkpoint
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER never_truncate BEFORE TRUNCATE ON entry EXECUTE FUNCTION refuse_change();
CREATE TRIGGER never_truncate BEFORE TRUNCATE ON entry_object EXECUTE FUNCTION refuse_change();
CREATE TRIGGER never_truncate BEFORE TRUNCATE ON tile EXECUTE FUNCTION refuse_change();
CREATE TRIGGER never_truncate BEFORE TRUNCATE ON checkpoint EXECUTE FUNCTION refuse_change();
CREATE TRIGGER never_delete BEFORE DELETE ON log_state
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE FUNCTION refuse_rollback() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.size < OLD.size OR NEW.epoch < OLD.epoch OR NEW.sequenced_ms < OLD.sequenced_ms
     OR (NEW.size = OLD.size AND NEW.root <> OLD.root) THEN
    RAISE EXCEPTION 'the log never goes back: % to %', OLD, NEW;
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER only_forward BEFORE UPDATE ON log_state
  FOR EACH ROW EXECUTE FUNCTION refuse_rollback();
