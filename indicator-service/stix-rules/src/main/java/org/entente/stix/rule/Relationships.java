package org.entente.stix.rule;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entente.stix.json.JsonObject;

/// Which relationships the standard suggests (STIX 2.1 App. B and the tables of §4 and §6). Others
/// are legal.
final class Relationships {
  private static final String SCOS = "any SCO";
  private static final Set<String> COMMON = Set.of("derived-from", "duplicate-of", "related-to");

  private static final String VICTIMS = "identity location vulnerability";
  private static final String MEANS = "attack-pattern infrastructure malware tool";
  private static final String PEERS = "ipv4-addr ipv6-addr domain-name url";

  /// Source, relationships separated by commas, targets separated by blanks.
  static final String[][] TABLE = {
    {"attack-pattern", "delivers", "malware"},
    {"attack-pattern", "targets", VICTIMS},
    {"attack-pattern", "uses", "malware tool"},
    {"campaign", "attributed-to", "intrusion-set threat-actor"},
    {"campaign", "compromises", "infrastructure"},
    {"campaign", "originates-from", "location"},
    {"campaign", "targets", VICTIMS},
    {"campaign", "uses", MEANS},
    {"course-of-action", "investigates", "indicator"},
    {"course-of-action", "mitigates", "attack-pattern indicator malware tool vulnerability"},
    {"course-of-action", "remediates", "malware vulnerability"},
    {"domain-name", "resolves-to", "domain-name ipv4-addr ipv6-addr"},
    {"identity", "located-at", "location"},
    {
      "indicator",
      "indicates",
      "attack-pattern campaign infrastructure intrusion-set malware threat-actor tool"
    },
    {"indicator", "based-on", "observed-data"},
    {"infrastructure", "communicates-with", "infrastructure " + PEERS},
    {"infrastructure", "consists-of", "infrastructure observed-data"},
    {"infrastructure", "consists-of", SCOS},
    {"infrastructure", "controls", "infrastructure malware"},
    {"infrastructure", "delivers", "malware"},
    {"infrastructure", "has", "vulnerability"},
    {"infrastructure", "hosts", "tool malware"},
    {"infrastructure", "located-at", "location"},
    {"infrastructure", "uses", "infrastructure"},
    {"intrusion-set", "attributed-to", "threat-actor"},
    {"intrusion-set", "compromises,hosts,owns", "infrastructure"},
    {"intrusion-set", "originates-from", "location"},
    {"intrusion-set", "targets", VICTIMS},
    {"intrusion-set", "uses", MEANS},
    {"ipv4-addr", "belongs-to", "autonomous-system"},
    {"ipv4-addr", "resolves-to", "mac-addr"},
    {"ipv6-addr", "belongs-to", "autonomous-system"},
    {"ipv6-addr", "resolves-to", "mac-addr"},
    {"malware", "authored-by", "threat-actor intrusion-set"},
    {"malware", "beacons-to,exfiltrates-to", "infrastructure"},
    {"malware", "communicates-with", PEERS},
    {"malware", "controls", "malware"},
    {"malware", "downloads,drops", "malware tool file"},
    {"malware", "exploits", "vulnerability"},
    {"malware", "originates-from", "location"},
    {"malware", "targets", "infrastructure " + VICTIMS},
    {"malware", "uses", MEANS},
    {"malware", "variant-of", "malware"},
    {
      "malware-analysis",
      "characterizes,av-analysis-of,static-analysis-of,dynamic-analysis-of",
      "malware"
    },
    {"threat-actor", "attributed-to,impersonates", "identity"},
    {"threat-actor", "compromises,hosts,owns", "infrastructure"},
    {"threat-actor", "located-at", "location"},
    {"threat-actor", "targets", VICTIMS},
    {"threat-actor", "uses", MEANS},
    {"tool", "delivers,drops", "malware"},
    {"tool", "has", "vulnerability"},
    {"tool", "targets", "infrastructure " + VICTIMS},
    {"tool", "uses", "infrastructure"}
  };

  private static final Map<String, Set<String>> TARGETS = targets();

  private Relationships() {}

  private static Map<String, Set<String>> targets() {
    Map<String, Set<String>> targets = new HashMap<>();
    for (String[] row : TABLE) {
      for (String relationship : row[1].split(",", -1)) {
        Set<String> known =
            targets.computeIfAbsent(key(row[0], relationship), key -> new HashSet<>());
        known.addAll(
            row[2].equals(SCOS) ? Set.of(SCOS) : Set.copyOf(Arrays.asList(row[2].split(" ", -1))));
      }
    }
    return targets;
  }

  private static String key(String source, String relationship) {
    return source + " " + relationship;
  }

  static void check(JsonObject relationship, Check check) {
    Optional<String> type = relationship.text("relationship_type");
    Optional<StixId> source = relationship.text("source_ref").flatMap(StixId::parse);
    Optional<StixId> target = relationship.text("target_ref").flatMap(StixId::parse);
    if (type.isEmpty() || source.isEmpty() || target.isEmpty()) {
      return;
    }
    if (!suggested(source.get().type(), type.get(), target.get().type())) {
      String what = source.get().type() + " " + type.get() + " " + target.get().type();
      check.report(Rule.STIX_RELATIONSHIP, Check.quoted(what) + " is not suggested");
    }
  }

  /// Types that STIX does not define have no tables to go by.
  private static boolean suggested(String source, String relationship, String target) {
    if (COMMON.contains(relationship)) {
      return relationship.equals("related-to") || source.equals(target);
    }
    ObjectType from = ObjectTypes.find(source);
    ObjectType to = ObjectTypes.find(target);
    if (from == null || to == null || CryptoObservables.ALL.contains(from)) {
      return true;
    }
    Set<String> targets = TARGETS.getOrDefault(key(source, relationship), Set.of());
    return targets.contains(target) || (targets.contains(SCOS) && to.stixClass() == StixClass.SCO);
  }
}
