package org.entente.stix.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.entente.stix.json.Json;
import org.entente.stix.json.JsonArray;
import org.entente.stix.json.JsonBoolean;
import org.entente.stix.json.JsonNull;
import org.entente.stix.json.JsonNumber;
import org.entente.stix.json.JsonObject;
import org.entente.stix.json.JsonPointer;
import org.entente.stix.json.JsonText;
import org.entente.stix.pattern.StixPattern;
import org.jspecify.annotations.Nullable;

/// One validation under way: where it stands in the object, and what it has found. The place is
/// written as a pointer only when there is something to say.
final class Check {
  private static final int DEEPEST = 80;
  private static final int KEPT = 50;

  private final Profile profile;
  private final JsonObject object;
  private final Companions companions;
  private final @Nullable String[] names = new String[DEEPEST];
  private final int[] indices = new int[DEEPEST];
  private final List<Finding> findings = new ArrayList<>();
  private int depth;
  private int errors;
  private int warnings;
  private String section = "";
  private @Nullable StixPattern pattern;

  Check(Profile profile, JsonObject object, Companions companions) {
    this.profile = profile;
    this.object = object;
    this.companions = companions;
  }

  /// The whole object.
  JsonObject object() {
    return object;
  }

  /// What came with it.
  Companions companions() {
    return companions;
  }

  Findings findings() {
    return new Findings(findings, errors, warnings, Optional.ofNullable(pattern));
  }

  /// Keeps what was read on the way.
  void read(StixPattern indicators) {
    pattern = indicators;
  }

  void enter(String name) {
    names[depth++] = name;
  }

  void enter(int index) {
    names[depth] = null;
    indices[depth++] = index;
  }

  void leave() {
    depth--;
  }

  /// How deep in the object this place is; 0 for the object itself.
  int depth() {
    return depth;
  }

  /// Name of the member that stands at this place; empty for an element.
  String name() {
    String name = depth == 0 ? null : names[depth - 1];
    return name == null ? "" : name;
  }

  /// Sets the section that defines what is checked next.
  ///
  /// @return the one before, to be set again
  String section(String next) {
    String before = section;
    section = next;
    return before;
  }

  /// Notes that a rule is broken at this place.
  void report(Rule rule, String message) {
    Severity severity = rule.severity(profile);
    switch (severity) {
      case ERROR -> errors++;
      case WARNING -> warnings++;
    }
    if (findings.size() < KEPT) {
      String where = rule.section().isEmpty() ? section : rule.section();
      findings.add(new Finding(rule, pointer(), where, severity, message));
    }
  }

  /// Notes that a rule is broken by a member of what stands at this place.
  void report(Rule rule, String member, String message) {
    enter(member);
    report(rule, message);
    leave();
  }

  private String pointer() {
    StringBuilder pointer = new StringBuilder();
    for (int i = 0; i < depth; i++) {
      String name = names[i];
      pointer.append('/').append(name == null ? indices[i] + "" : JsonPointer.escaped(name));
    }
    return pointer.toString();
  }

  /// The text of a value, or null after reporting that it is none. Null values are reported
  /// elsewhere.
  @Nullable String text(Json value) {
    if (value instanceof JsonText(String text)) {
      return text;
    }
    wrong(value, "text");
    return null;
  }

  /// Reports a value of the wrong kind.
  void wrong(Json value, String wanted) {
    String is =
        switch (value) {
          case JsonText _ -> "text";
          case JsonNumber _ -> "a number";
          case JsonBoolean _ -> "true or false";
          case JsonArray _ -> "a list";
          case JsonObject _ -> "an object";
          case JsonNull _ -> "";
        };
    if (!is.isEmpty()) {
      report(Rule.STIX_VALUE, "must be " + wanted + ", not " + is);
    }
  }

  /// A short piece of the object's own text, for messages.
  static String quoted(String text) {
    String shown = text.length() <= 60 ? text : text.substring(0, 57) + "…";
    return "\"" + shown.replaceAll("[\\p{Cntrl}\\ud800-\\udfff]", "?") + "\"";
  }
}
