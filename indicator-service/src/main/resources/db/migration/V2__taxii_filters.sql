-- What TAXII's filters ask for stands in the release row itself, so that each of them is a range scan
-- in the order of date_added. The version is the one this audience is shown, as sortable text (see
-- StixTime); whether it is the first or the last of its object is true among what this audience has.
ALTER TABLE release
  ADD COLUMN type text COLLATE "C",
  ADD COLUMN version text COLLATE "C",
  ADD COLUMN earliest boolean;

UPDATE release r SET type = ranked.type, version = ranked.version, earliest = ranked.earliest
FROM (
  SELECT r.collection, r.audience, r.date_added, o.type,
    CASE
      WHEN o.version <> '' THEN o.version
      WHEN o.type = 'marking-definition' THEN
        CASE WHEN o.shown_version LIKE '%.%' THEN rtrim(rtrim(o.shown_version, 'Z'), '0')
          ELSE rtrim(o.shown_version, 'Z') || '.' END
      ELSE rtrim(to_char(timestamp 'epoch' + r.date_added * interval '1 microsecond',
        'YYYY-MM-DD"T"HH24:MI:SS.US'), '0')
    END AS version,
    o.version = min(o.version) OVER (PARTITION BY r.collection, r.audience, o.stix_id) AS earliest
  FROM release r JOIN object_version o ON o.id = r.object_version
) ranked
WHERE r.collection = ranked.collection AND r.audience = ranked.audience
  AND r.date_added = ranked.date_added;

ALTER TABLE release
  ALTER COLUMN type SET NOT NULL,
  ALTER COLUMN version SET NOT NULL,
  ALTER COLUMN earliest SET NOT NULL;

-- match[version]=last is two ranges, first is two, and an object with one version is in both.
DROP INDEX release_latest;
CREATE INDEX release_place ON release (collection, audience, latest, earliest, date_added)
  INCLUDE (object_version, size);

-- match[type], with any of these.
CREATE INDEX release_type ON release (collection, audience, type, latest, earliest, date_added);

-- match[version] with timestamps.
CREATE INDEX release_version ON release (collection, audience, version, date_added);
