-- By which keys a reader finds what was released to it; one row for each release and key. The digest is
-- half a SHA-256 over the reader and the key: however long a key is, a look-up is one probe of one
-- index, and nobody meets another reader's rows on the way. A row shows nothing by itself: what has no
-- release (any more) is not found. Times are microseconds since 1970.
CREATE TABLE lookup_key (
  digest uuid NOT NULL,
  object_version bigint NOT NULL,
  collection uuid NOT NULL,
  -- How the object speaks of the key: see Standing.
  standing smallint NOT NULL,
  -- Which alternative of a pattern the key belongs to; 0 when it stands alone.
  pattern_group smallint NOT NULL,
  valid_from bigint NOT NULL,
  valid_until bigint NOT NULL,
  revoked boolean NOT NULL,
  PRIMARY KEY (digest, object_version, collection, standing)
);
