package org.entente.stix.rule;

import static org.entente.stix.rule.Kinds.TEXT;
import static org.entente.stix.rule.Kinds.TIMESTAMP;
import static org.entente.stix.rule.Property.optional;
import static org.entente.stix.rule.Property.required;
import static org.entente.stix.rule.References.ref;
import static org.entente.stix.rule.References.refs;

import java.util.List;
import java.util.regex.Pattern;

/// STIX relationship objects (STIX 2.1 §5), without the common properties.
final class RelationshipObjects {
  private static final Pattern TYPE = Pattern.compile("[a-z0-9-]{1,250}");

  private static final Shape RELATIONSHIP =
      Shape.of(
              "relationship",
              "§5.1",
              required(
                  "relationship_type",
                  Kinds.form("word of a-z 0-9 -", Rule.STIX_VALUE, t -> TYPE.matcher(t).matches())),
              optional("description", TEXT),
              required("source_ref", ref(Target.SDO_OR_SCO)),
              required("target_ref", ref(Target.SDO_OR_SCO)),
              optional("start_time", TIMESTAMP),
              optional("stop_time", TIMESTAMP))
          .where(
              Constraint.strictOrder("start_time", "stop_time"),
              new Constraint("relationships of App. B", Relationships::check),
              Families.VARIANT);

  private static final Shape SIGHTING =
      Shape.of(
              "sighting",
              "§5.2",
              optional("description", TEXT),
              optional("first_seen", TIMESTAMP),
              optional("last_seen", TIMESTAMP),
              optional("count", Kinds.integer(0, 999_999_999)),
              required("sighting_of_ref", ref(Target.SDO)),
              optional("observed_data_refs", refs("observed-data")),
              optional("where_sighted_refs", refs("identity", "location")),
              optional("summary", Kinds.BOOLEAN))
          .where(Constraint.order("first_seen", "last_seen"));

  static final List<ObjectType> ALL =
      List.of(ObjectType.of(StixClass.SRO, RELATIONSHIP), ObjectType.of(StixClass.SRO, SIGHTING));

  private RelationshipObjects() {}
}
