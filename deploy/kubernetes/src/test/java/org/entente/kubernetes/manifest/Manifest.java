package org.entente.kubernetes.manifest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One object as it stands in a manifest. */
public record Manifest(ObjectNode json) {

  public String apiVersion() {
    return json.path("apiVersion").asText();
  }

  public String kind() {
    return json.path("kind").asText();
  }

  public String name() {
    return json.at("/metadata/name").asText();
  }

  /** What is there, or a missing node. */
  public JsonNode at(String pointer) {
    return json.at(pointer);
  }

  public String text(String pointer) {
    return at(pointer).asText();
  }

  /** All nodes in an array; none if there is no such array. */
  public Stream<JsonNode> all(String pointer) {
    return stream(at(pointer));
  }

  /** The array's elements in order. */
  public static Stream<JsonNode> stream(JsonNode array) {
    return array.valueStream();
  }

  /** The texts in an array. */
  public List<String> texts(String pointer) {
    return all(pointer).map(JsonNode::asText).toList();
  }

  /** An object of texts, for instance labels. */
  public static Map<String, String> map(JsonNode object) {
    return object.properties().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().asText()));
  }

  /** What its pods are made of; a missing node if it makes none by itself. */
  public JsonNode template() {
    return switch (kind()) {
      case "Pod" -> json;
      case "CronJob" -> at("/spec/jobTemplate/spec/template");
      case "Keycloak" -> at("/spec/unsupported/podTemplate");
      default -> at("/spec/template");
    };
  }

  /** The containers of a workload. */
  public Stream<JsonNode> containers() {
    return stream(template().at("/spec/containers"));
  }

  /** The volumes of a workload. */
  public Stream<JsonNode> volumes() {
    return stream(template().at("/spec/volumes"));
  }

  /** The labels of a workload's pods. */
  public Map<String, String> podLabels() {
    return map(template().at("/metadata/labels"));
  }

  @Override
  public String toString() {
    return kind() + " " + name();
  }
}
