-- One row for each collection; its lock is what makes date_added increase in commit order.
CREATE TABLE collection (
  id uuid PRIMARY KEY,
  producer text NOT NULL,
  last_date_added bigint NOT NULL
);

-- The evidence of a submission, and how far it came. Times are microseconds since 1970.
CREATE TABLE submission (
  id uuid PRIMARY KEY,
  collection uuid NOT NULL REFERENCES collection,
  partner text NOT NULL,
  jti text NOT NULL,
  manifest bytea NOT NULL,
  manifest_sha256 bytea NOT NULL,
  body bytea NOT NULL,
  caller text NOT NULL,
  verified text NOT NULL,
  record bytea NOT NULL,
  received_at bigint NOT NULL,
  claimed_at bigint NOT NULL,
  state text NOT NULL CHECK (state IN ('received', 'admitted', 'done')),
  log_index bigint,
  leaf text,
  status bytea,
  outcome bytea,
  members bigint[],
  disclosable boolean,
  UNIQUE (partner, jti),
  UNIQUE (manifest_sha256),
  -- Nothing is admitted without its place in the log.
  CHECK (state = 'received'
    OR (log_index IS NOT NULL AND leaf IS NOT NULL AND status IS NOT NULL AND outcome IS NOT NULL
      AND members IS NOT NULL AND disclosable IS NOT NULL))
);

-- Bodies are read rarely and written always: no time is spent on compressing them.
ALTER TABLE submission ALTER COLUMN body SET STORAGE EXTERNAL;

-- What recovery looks for; empty when nothing is under way.
CREATE INDEX submission_unfinished ON submission (claimed_at) WHERE state <> 'done';

-- Each versioned object has one owner for ever. Versions are sortable text: see StixTime.
CREATE TABLE stix_owner (
  stix_id text COLLATE "C" PRIMARY KEY,
  producer text NOT NULL,
  latest text COLLATE "C" NOT NULL,
  revoked_at text COLLATE "C"
);

CREATE SEQUENCE object_version_id;

-- One version of one object as its producer wrote it. An empty version means that STIX gives this
-- type none; then there is one row for each producer.
CREATE TABLE object_version (
  id bigint PRIMARY KEY,
  producer text NOT NULL,
  stix_id text COLLATE "C" NOT NULL,
  version text COLLATE "C" NOT NULL,
  shown_version text NOT NULL,
  type text NOT NULL,
  bytes bytea NOT NULL,
  sha256 bytea NOT NULL,
  submission uuid NOT NULL REFERENCES submission,
  UNIQUE (producer, stix_id, version)
);

-- A release is a row: who may see which version, since when. What has no row cannot be found.
CREATE TABLE release (
  collection uuid NOT NULL,
  audience text NOT NULL,
  date_added bigint NOT NULL,
  object_version bigint NOT NULL REFERENCES object_version,
  submission uuid NOT NULL,
  size int NOT NULL,
  latest boolean NOT NULL,
  PRIMARY KEY (collection, audience, date_added),
  UNIQUE (collection, audience, object_version)
);

-- Readers get the latest version of each object (TAXII 2.1 §3.4.2) by one range scan.
CREATE INDEX release_latest ON release (collection, audience, date_added)
  INCLUDE (object_version, size) WHERE latest;
