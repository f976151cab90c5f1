-- Entries that came back from a mirror into an older copy of this database. Whoever leads next tells of it in the log, once
-- each: uid is the key of that record, told its index.
CREATE TABLE put_back (
  first_idx bigint PRIMARY KEY,
  end_idx   bigint NOT NULL CHECK (end_idx > first_idx),
  at_ms     bigint NOT NULL,
  uid       uuid   NOT NULL DEFAULT gen_random_uuid(),
  told      bigint
);
