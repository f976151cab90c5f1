-- When and by whom an object was created is the same in all its versions (STIX 2.1 §3.6). Both are
-- kept as the first stored version has them.
ALTER TABLE stix_owner ADD created text, ADD author text;

UPDATE stix_owner w SET created = first.object ->> 'created', author = first.object ->> 'created_by_ref'
FROM (
  SELECT DISTINCT ON (producer, stix_id) producer, stix_id,
    convert_from(bytes, 'UTF8')::json AS object
  FROM object_version WHERE version <> '' ORDER BY producer, stix_id, version
) first
WHERE first.producer = w.producer AND first.stix_id = w.stix_id;

ALTER TABLE stix_owner ALTER created SET NOT NULL;
