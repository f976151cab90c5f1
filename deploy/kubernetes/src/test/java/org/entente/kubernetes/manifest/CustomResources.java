package org.entente.kubernetes.manifest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What operators' resources may say: {@code custom-resources.yaml}. Thread-safe. */
final class CustomResources {

  private static final Set<String> MEMBERS = Set.of("apiVersion", "kind", "metadata", "spec");
  private static final Set<String> METADATA = Set.of("name", "namespace", "labels", "annotations");

  private final Map<String, Schema> schemas;

  private CustomResources(Map<String, Schema> schemas) {
    this.schemas = schemas;
  }

  static CustomResources load() {
    try (var in = CustomResources.class.getResourceAsStream("/custom-resources.yaml")) {
      var all = (ObjectNode) Manifests.YAML.readTree(in);
      close(all);
      var registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
      var schemas = new HashMap<String, Schema>();
      all.path("kinds")
          .properties()
          .forEach(kind -> {
            var schema = ((ObjectNode) kind.getValue()).set("$defs", all.path("$defs"));
            schemas.put(kind.getKey(), registry.getSchema(schema));
          });
      return new CustomResources(Map.copyOf(schemas));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** An object allows nothing unless it says so. */
  private static void close(JsonNode schema) {
    if (schema.path("type").asText().equals("object") && !schema.has("additionalProperties")) {
      ((ObjectNode) schema).put("additionalProperties", false);
    }
    schema.forEach(CustomResources::close);
  }

  Stream<String> faults(Manifest manifest) {
    var schema = schemas.get(manifest.apiVersion() + "/" + manifest.kind());
    if (schema == null) {
      return Stream.of(manifest + ": nobody knows " + manifest.apiVersion());
    }
    var spec = schema.validate(manifest.at("/spec")).stream().map(fault -> manifest + ": " + fault);
    return Stream.concat(spec, around(manifest));
  }

  private static Stream<String> around(Manifest manifest) {
    return Stream.concat(
        unknown(manifest, manifest.json(), MEMBERS),
        unknown(manifest, manifest.at("/metadata"), METADATA));
  }

  private static Stream<String> unknown(Manifest manifest, JsonNode object, Set<String> known) {
    return object
        .propertyStream()
        .map(Map.Entry::getKey)
        .filter(member -> !known.contains(member))
        .map(member -> manifest + ": " + member + " is not known");
  }
}
