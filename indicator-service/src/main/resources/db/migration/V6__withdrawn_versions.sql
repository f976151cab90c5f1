-- Which version was taken back, so that submitting it again does not give it back.
ALTER TABLE withdrawal ADD object_version bigint REFERENCES object_version;

UPDATE withdrawal w SET object_version = o.id
FROM collection c JOIN object_version o ON o.producer = c.producer
WHERE c.id = w.collection AND o.stix_id = w.stix_id
  AND (o.shown_version = w.version OR o.version = '');

ALTER TABLE withdrawal ALTER object_version SET NOT NULL;

CREATE INDEX withdrawal_version ON withdrawal (object_version);
