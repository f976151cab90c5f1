-- What the console counts and searches by. All of it follows from entry and entry_reader; a job fills
-- it in the order of the index, behind the log. Dropped and emptied it is made again.
CREATE TABLE console_position (
  id   smallint PRIMARY KEY CHECK (id = 1),
  size bigint   NOT NULL CHECK (size >= 0)  -- entries below are counted, each exactly once
);
INSERT INTO console_position VALUES (1, 0);

-- How many records each party's auditors may read, by when, whose and how it ended; '*' for the joint
-- auditors. The first and last index lead from times to the entries.
CREATE TABLE access_minute (
  reader    text   COLLATE "C" NOT NULL,
  minute    bigint NOT NULL,  -- since the epoch
  party     text   COLLATE "C" NOT NULL,
  outcome   text   COLLATE "C" NOT NULL,
  records   bigint NOT NULL,
  PRIMARY KEY (reader, minute, party, outcome)
) WITH (fillfactor = 70);

CREATE TABLE access_hour (
  reader    text   COLLATE "C" NOT NULL,
  hour      bigint NOT NULL,  -- since the epoch
  party     text   COLLATE "C" NOT NULL,
  outcome   text   COLLATE "C" NOT NULL,
  records   bigint NOT NULL,
  first_idx bigint NOT NULL,
  last_idx  bigint NOT NULL,
  PRIMARY KEY (reader, hour, party, outcome)
) WITH (fillfactor = 70);

-- What records say that is no column of entry: purpose, agency, marking. Nothing about persons.
CREATE TABLE entry_facet (
  kind  text   COLLATE "C" NOT NULL,
  value text   COLLATE "C" NOT NULL,
  idx   bigint NOT NULL,
  PRIMARY KEY (kind, value, idx)
);

CREATE INDEX entry_facet_of ON entry_facet (idx, kind) INCLUDE (value);

-- Which objects the newest entries name: rows stand in the order of the index, so a few pages tell.
CREATE INDEX entry_object_newest ON entry_object USING brin (idx) WITH (autosummarize = on);
