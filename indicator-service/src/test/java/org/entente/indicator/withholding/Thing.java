package org.entente.indicator.withholding;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.entente.indicator.exchange.Exchange;
import org.entente.stix.marking.Releasability;
import org.entente.stix.marking.Tlp;

/// One version of one object of a random history, written anew for each side.
///
/// @param number of the object; its versions share it
/// @param version 1 to 3; observables have only the first
/// @param releasableTo a URN, or empty
/// @param part marking of a part, or empty
record Thing(int number, int version, Tlp tlp, String releasableTo, String part) {
  /// So that most objects reach most readers, and what is withheld lies between what is not.
  private static final List<Tlp> LEVELS =
      List.of(Tlp.CLEAR, Tlp.GREEN, Tlp.GREEN, Tlp.AMBER, Tlp.AMBER, Tlp.AMBER_STRICT, Tlp.RED);

  private static final List<String> TO =
      List.of(
          "",
          "",
          "",
          "",
          "",
          "",
          "urn:entente:agency:jp:npa",
          "urn:entente:role:jp:jpcert:analyst",
          "urn:entente:partner:us");

  /// Every third object is an observable.
  static Thing random(int number, Random random) {
    int version = observable(number) ? 1 : 1 + random.nextInt(3);
    Tlp tlp = LEVELS.get(random.nextInt(LEVELS.size()));
    String part = random.nextInt(9) == 0 ? Tlp.RED.marking() : "";
    return new Thing(number, version, tlp, TO.get(random.nextInt(TO.size())), part);
  }

  static boolean observable(int number) {
    return number % 3 == 0;
  }

  /// Unlike on the other side, so that neither side's object is the other's.
  static String id(String side, int number) {
    String type = observable(number) ? "url" : "indicator";
    return type + "--" + UUID.nameUUIDFromBytes((side + number).getBytes(UTF_8)).toString();
  }

  /// What it can be looked up by.
  static String value(String side, int number) {
    return "https://n" + number + "." + side + ".example/";
  }

  String modified() {
    return "2026-11-0" + version + "T00:00:00.000Z";
  }

  String text(String side) {
    String head = observable(number) ? observed(side) : indicated(side);
    String marked = ",\"object_marking_refs\":[\"" + tlp.marking() + "\"]";
    return head + marked + restricted() + lifted() + "}";
  }

  private String observed(String side) {
    return "{\"type\":\"url\",\"id\":\"%s\",\"value\":\"%s\""
        .formatted(id(side, number), value(side, number));
  }

  private String indicated(String side) {
    return """
    {"type":"indicator","spec_version":"2.1","id":"%s","created":"2026-11-01T00:00:00.000Z",
    "modified":"%s","created_by_ref":"%s","indicator_types":["malicious-activity"],"name":"n",
    "pattern":"[url:value = '%s']","pattern_type":"stix","valid_from":"2026-11-01T00:00:00Z"\
    """
        .formatted(id(side, number), modified(), Exchange.CA_IDENTITY, value(side, number));
  }

  private String restricted() {
    return releasableTo.isEmpty()
        ? ""
        : """
        ,"extensions":{"%s":{"extension_type":"property-extension","releasable_to":["%s"],
        "onward_release":"prohibited"}}\
        """
            .formatted(Releasability.EXTENSION, releasableTo);
  }

  private String lifted() {
    String selected = observable(number) ? "value" : "name";
    return part.isEmpty()
        ? ""
        : ",\"granular_markings\":[{\"selectors\":[\"%s\"],\"marking_ref\":\"%s\"}]"
            .formatted(selected, part);
  }
}
