package org.entente.stix.rule;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.entente.stix.json.Json;
import org.entente.stix.json.JsonObject;

/// What the standard says should be so, apart from its vocabularies. It never refuses an object,
/// and is looked at last, so that what matters more is told first.
///
/// Left out is what cannot be seen (that a hash is the strongest at hand), what nearly every object
/// lacks (`lang`, an indicator's `description`), and what the standard's own examples go against
/// (dictionary keys in lower case).
final class Advice {
  private static final Constraint KILL_CHAIN =
      new Constraint("kill chains and phases in lower case with hyphens", Advice::killChain);

  private static final Map<String, List<Constraint>> BY_TYPE =
      Map.of(
          "attack-pattern",
          List.of(KILL_CHAIN),
          "indicator",
          List.of(present("name"), KILL_CHAIN),
          "infrastructure",
          List.of(KILL_CHAIN),
          "malware",
          List.of(KILL_CHAIN),
          "malware-analysis",
          List.of(new Constraint("product in lower case with hyphens", Advice::product)),
          "tool",
          List.of(KILL_CHAIN),
          "network-traffic",
          List.of(
              present("src_port", "dst_port"),
              new Constraint("protocols names that of each extension", Advice::protocols)),
          "process",
          List.of(new Constraint("priority ends in _CLASS", Advice::priority)),
          "extension-definition",
          List.of(
              present("description"),
              new Constraint(
                  "extension_properties with toplevel-property-extension", Advice::properties)));

  private Advice() {}

  static List<Constraint> of(String type) {
    return BY_TYPE.getOrDefault(type, List.of());
  }

  static void check(JsonObject object, ObjectType type, Check check) {
    String outer = check.section(type.shape().section());
    of(type.name()).forEach(constraint -> constraint.checker().check(object, check));
    check.section(outer);
  }

  private static Constraint present(String... names) {
    List<String> wanted = List.of(names);
    return new Constraint(
        String.join(" and ", wanted),
        (object, check) -> {
          List<String> missing = wanted.stream().filter(name -> !object.has(name)).toList();
          if (!missing.isEmpty()) {
            check.report(Rule.STIX_ADVICE, "should have " + String.join(" and ", missing));
          }
        });
  }

  private static void killChain(JsonObject object, Check check) {
    List<Json> phases = object.elements("kill_chain_phases");
    check.enter("kill_chain_phases");
    for (int i = 0; i < phases.size(); i++) {
      if (phases.get(i) instanceof JsonObject phase) {
        check.enter(i);
        word(phase, "kill_chain_name", check);
        word(phase, "phase_name", check);
        check.leave();
      }
    }
    check.leave();
  }

  private static void product(JsonObject analysis, Check check) {
    word(analysis, "product", check);
  }

  private static void word(JsonObject object, String name, Check check) {
    String text = object.text(name).orElse("");
    if (text.indexOf(' ') >= 0
        || text.indexOf('_') >= 0
        || !text.equals(text.toLowerCase(Locale.ROOT))) {
      check.report(Rule.STIX_ADVICE, name, "should be in lower case with hyphens");
    }
  }

  private static void protocols(JsonObject traffic, Check check) {
    JsonObject extensions = traffic.object("extensions");
    List<String> protocols = traffic.texts("protocols");
    for (String protocol : List.of("http", "icmp", "tcp")) {
      String extension = protocol.equals("http") ? "http-request-ext" : protocol + "-ext";
      if (extensions != null && extensions.has(extension) && !protocols.contains(protocol)) {
        check.report(Rule.STIX_ADVICE, "protocols", "should name " + protocol);
      }
    }
  }

  private static void priority(JsonObject process, Check check) {
    JsonObject extensions = process.object("extensions");
    JsonObject windows = extensions == null ? null : extensions.object("windows-process-ext");
    if (windows != null
        && windows.text("priority").filter(p -> !p.endsWith("_CLASS")).isPresent()) {
      check.report(Rule.STIX_ADVICE, "extensions", "priority should end in _CLASS");
    }
  }

  private static void properties(JsonObject definition, Check check) {
    if (definition.texts("extension_types").contains("toplevel-property-extension")
        && !definition.has("extension_properties")) {
      check.report(Rule.STIX_ADVICE, "should have extension_properties");
    }
  }
}
