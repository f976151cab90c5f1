package org.entente.agreement;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** The published schema: what may stand in the file, and what is meant where nothing stands. */
final class ExchangeSchema {

  private static final String REFERENCE = "$ref";

  private final JsonNode text;
  private final Schema schema;

  ExchangeSchema() {
    this.text = read();
    this.schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(SchemaLocation.of(text.path("$id").asText()), text);
  }

  private static JsonNode read() {
    try (var in = ExchangeSchema.class.getResourceAsStream("exchange.schema.json")) {
      return new ObjectMapper().readTree(Objects.requireNonNull(in, "the schema is packaged"));
    } catch (IOException e) {
      throw new UncheckedIOException("the packaged schema cannot be read", e);
    }
  }

  /** Adds whatever in this tree the schema does not allow. */
  void check(JsonNode tree, Faults faults) {
    for (Error error : schema.validate(tree)) {
      String pointer = pointer(error);
      faults.add(pointer, problem(error));
    }
  }

  private static String pointer(Error error) {
    var path = error.getInstanceLocation();
    var pointer = new StringBuilder();
    for (int i = 0; i < path.getNameCount(); i++) {
      String name = path.getElement(i).toString();
      pointer.append('/').append(name.replace("~", "~0").replace("/", "~1"));
    }
    // What is too much is pointed at itself; what misses, where it misses.
    return error.getKeyword().equals("additionalProperties")
        ? pointer + "/" + error.getProperty().replace("~", "~0").replace("/", "~1")
        : pointer.toString();
  }

  private String problem(Error error) {
    JsonNode allowed = error.getSchemaNode();
    return switch (error.getKeyword()) {
      case "additionalProperties" -> "unknown; there are " + names(siblings(error));
      case "required" -> error.getProperty() + " is missing";
      case "const" -> "must be " + value(allowed);
      case "enum" -> "must be one of " + allowed;
      case "type" -> "must be of type " + value(allowed);
      case "minimum", "maximum" -> error.getKeyword() + " is " + allowed;
      case "pattern", "minProperties", "maxProperties" -> "must be: " + meaning(error);
      case "uniqueItems" -> "holds the same twice";
      default -> error.getMessage();
    };
  }

  private static String value(JsonNode allowed) {
    return allowed.isTextual() ? allowed.asText() : allowed.toString();
  }

  /** Names that the object of a schema knows. */
  private JsonNode siblings(Error error) {
    return at(error).path("properties");
  }

  private static String names(JsonNode properties) {
    return StreamSupport.stream(((Iterable<String>) properties::fieldNames).spliterator(), false)
        .collect(Collectors.joining(", "));
  }

  /** A pattern is for programs; beside it stands what it means. */
  private String meaning(Error error) {
    return at(error).path("description").asText(error.getMessage());
  }

  /** The part of the schema whose keyword was not obeyed. */
  private JsonNode at(Error error) {
    var fragment = error.getSchemaLocation().getFragment();
    JsonNode at = text;
    for (int i = 0; i < fragment.getNameCount() - 1; i++) {
      at = at.path(fragment.getElement(i).toString());
    }
    return at;
  }

  /** Sets what the schema says is meant where nothing stands. */
  void complete(JsonNode tree) {
    complete(tree, text);
  }

  private void complete(JsonNode value, JsonNode unresolved) {
    JsonNode rules = resolved(unresolved);
    if (value instanceof ObjectNode object) {
      rules
          .path("properties")
          .properties()
          .forEach(rule -> {
            JsonNode meant = rule.getValue().path("default");
            if (!object.has(rule.getKey()) && !meant.isMissingNode()) {
              object.set(rule.getKey(), meant.deepCopy());
            }
          });
      object.properties().forEach(each -> complete(each.getValue(), rule(rules, each.getKey())));
    } else {
      value.forEach(each -> complete(each, rules.path("items")));
    }
  }

  private static JsonNode rule(JsonNode rules, String name) {
    JsonNode own = rules.path("properties").path(name);
    return own.isMissingNode() ? rules.path("additionalProperties") : own;
  }

  private JsonNode resolved(JsonNode rules) {
    JsonNode reference = rules.path(REFERENCE);
    return reference.isTextual() ? text.at(reference.asText().substring(1)) : rules;
  }
}
