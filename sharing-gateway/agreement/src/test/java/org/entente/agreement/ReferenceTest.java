package org.entente.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the README says stands in the file is what the schema says. */
class ReferenceTest {

  private static final String BEGIN = "| where | default | meaning |\n|---|---|---|\n";

  private JsonNode schema;

  @BeforeEach
  void the_schema() throws Exception {
    schema = new ObjectMapper().readTree(Path.of("contract/exchange.schema.json").toFile());
  }

  @Test
  void the_table_is_that_of_the_schema() throws Exception {
    // Given
    var readme = Files.readString(Path.of("README.md"));
    var begin = readme.indexOf(BEGIN) + BEGIN.length();
    var table = readme.substring(begin, readme.indexOf("\n\n", begin));

    // When
    var rows = new ArrayList<String>();
    rows("", schema, rows);

    // Then
    assertEquals(String.join("\n", rows), table);
  }

  @Test
  void no_object_takes_what_is_unknown_and_everything_has_a_title_and_a_description() {
    for (JsonNode each : schema.findParents("properties")) {
      assertTrue(each.has("additionalProperties"), each::toString);
      each.path("properties")
          .properties()
          .forEach(property -> {
            JsonNode rule = resolved(property.getValue());
            assertFalse(rule.path("title").asText().isEmpty(), property::toString);
            assertFalse(rule.path("description").asText().isEmpty(), property::toString);
          });
    }
  }

  private void rows(String where, JsonNode unresolved, List<String> rows) {
    JsonNode rule = resolved(unresolved);
    var required = names(rule.path("required"));
    rule.path("properties")
        .properties()
        .forEach(property -> {
          JsonNode own = resolved(property.getValue());
          String at = where + (where.isEmpty() ? "" : ".") + property.getKey();
          boolean needed = required.contains(property.getKey());
          rows.add(
              "| `%s`%s | %s | %s |"
                  .formatted(
                      at,
                      needed ? " (required)" : "",
                      standard(own),
                      own.path("description").asText()));
          rows(at, own, rows);
        });
    if (rule.path("additionalProperties").isObject()) {
      rows(where + ".*", rule.path("additionalProperties"), rows);
    }
    if (rule.path("items").isObject()) {
      rows(where + "[]", rule.path("items"), rows);
    }
  }

  private static String standard(JsonNode rule) {
    JsonNode standard = rule.path("default");
    return standard.isValueNode() ? "`" + standard.asText() + "`" : "";
  }

  private static List<String> names(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false)
        .map(JsonNode::asText)
        .collect(Collectors.toList());
  }

  /** What a reference says, under what is said beside it. */
  private JsonNode resolved(JsonNode rule) {
    if (!rule.has("$ref")) {
      return rule;
    }
    ObjectNode resolved = schema.at(rule.path("$ref").asText().substring(1)).deepCopy();
    rule.properties().forEach(own -> resolved.set(own.getKey(), own.getValue()));
    resolved.remove("$ref");
    return resolved;
  }
}
