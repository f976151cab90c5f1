package org.entente.kit.lookup;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.entente.kit.wording.Counted;

/// The answer about one value.
///
/// @param members as served
public record KnownValue(Map<String, Object> members) {

  /// Why it could not be looked up; a stable code.
  public Optional<String> error() {
    return members.get("error") instanceof Map<?, ?> error
        ? Optional.of(text(error, "code"))
        : Optional.empty();
  }

  /// How many statements there are.
  public int statements() {
    return list("statements").size();
  }

  /// In words, a line for the value and one for each statement.
  public List<String> lines() {
    if (members.get("error") instanceof Map<?, ?> error) {
      return List.of(asked() + "  " + error.get("code") + ": " + error.get("detail"));
    }
    var lines = new ArrayList<String>();
    lines.add(asked() + "  " + keys() + "  " + Counted.of(statements(), "statement"));
    list("statements").forEach(statement -> lines.add("  " + words(statement)));
    list("same_key").forEach(hint -> lines.add("  same key, another address: " + words(hint)));
    if (Boolean.TRUE.equals(members.get("more"))) {
      lines.add("  and more than fits; read the collection");
    }
    return lines;
  }

  private String asked() {
    return members.get("asked") instanceof String text ? text : "(not repeated)";
  }

  private String keys() {
    return String.join(" or ", list("read_as").stream().map(key -> text(key, "key")).toList());
  }

  private static String words(Map<?, ?> statement) {
    var words = new ArrayList<String>();
    words.add(text(statement, "producer"));
    words.add(text(statement, "id"));
    words.add(text(statement, "class"));
    for (String name : List.of("confidence", "role", "tlp", "pap", "valid_until")) {
      if (statement.containsKey(name)) {
        words.add(name.replace('_', ' ') + " " + statement.get(name));
      }
    }
    for (String name : List.of("revoked", "expired", "upcoming")) {
      if (Boolean.TRUE.equals(statement.get(name))) {
        words.add(name.toUpperCase(Locale.ROOT));
      }
    }
    if (Boolean.TRUE.equals(statement.get("not_for_blocking"))) {
      words.add("NOT FOR BLOCKING");
    }
    return String.join("  ", words);
  }

  private static String text(Map<?, ?> members, String name) {
    return String.valueOf(members.get(name));
  }

  private List<Map<?, ?>> list(String name) {
    return members.get(name) instanceof List<?> elements
        ? elements.stream().<Map<?, ?>>mapMulti(KnownValue::ifObject).toList()
        : List.of();
  }

  private static void ifObject(Object element, Consumer<Map<?, ?>> out) {
    if (element instanceof Map<?, ?> object) {
      out.accept(object);
    }
  }
}
