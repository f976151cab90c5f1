package org.entente.observability;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** One alert of the rules. */
record Alert(Path file, JsonNode json) {

  /** All of them. */
  static List<Alert> all() {
    return Texts.in("rules").stream().flatMap(Alert::in).toList();
  }

  private static Stream<Alert> in(Path file) {
    return Texts.parse(file)
        .at("/spec/groups")
        .valueStream()
        .flatMap(group -> group.path("rules").valueStream())
        .map(rule -> new Alert(file, rule));
  }

  String name() {
    return json.path("alert").asText();
  }

  String text(String pointer) {
    return json.at(pointer).asText();
  }

  /** Which promises it is about: P1 to P10. */
  List<String> promises() {
    return Arrays.stream(text("/labels/promises").split(" ")).filter(p -> !p.isEmpty()).toList();
  }

  @Override
  public String toString() {
    return name();
  }
}
