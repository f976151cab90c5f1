-- What a signed body is: objects, later acts, or the URL of a deletion.
ALTER TABLE submission ADD COLUMN kind text NOT NULL DEFAULT 'objects'
  CHECK (kind IN ('objects', 'acts', 'deletion'));

-- What was taken back from a reader: there is one row for each release row that was deleted, so that a
-- reader is told of nothing it did not have. Its date is of the same run as date_added.
CREATE TABLE withdrawal (
  collection uuid NOT NULL,
  audience text NOT NULL,
  date_withdrawn bigint NOT NULL,
  stix_id text COLLATE "C" NOT NULL,
  version text NOT NULL,
  type text COLLATE "C" NOT NULL,
  reason text NOT NULL,
  submission uuid NOT NULL REFERENCES submission,
  PRIMARY KEY (collection, audience, date_withdrawn)
);
