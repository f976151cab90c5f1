-- How far the check of the whole log has come. A convenience, not evidence: who changes it makes the
-- check skip, which a check that starts anew (the offline command) does not.
CREATE TABLE fsck_state (
  id         smallint PRIMARY KEY CHECK (id = 1),
  pass       bigint   NOT NULL,  -- the one under way, or the last one
  verified   bigint   NOT NULL,  -- entries checked in it
  objects    bigint   NOT NULL,  -- rows entry_object must have for these
  started_ms bigint   NOT NULL,
  ended_ms   bigint              -- NULL while it is under way
);

-- What did not fit.
CREATE TABLE fsck_finding (
  pass     bigint  NOT NULL,
  place    text    NOT NULL,  -- such as: entry 17, tile/0/x001/234, checkpoint 300
  detail   text    NOT NULL,
  of_log   boolean NOT NULL,  -- of the log itself; else of what is searched by
  found_ms bigint  NOT NULL,
  PRIMARY KEY (pass, place, detail)
);
