package org.entente.stix.rule;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.entente.stix.json.Json;
import org.entente.stix.json.JsonObject;
import org.entente.stix.json.JsonReader;

/// Objects to check.
final class Samples {
  static final String GREEN = "marking-definition--bab4a63c-aed9-4cf5-a766-dfca5abac2bb";
  static final String AUTHOR = "identity--2f1c7d4e-8b3a-4f6d-9c5e-7a1b0d2e4f68";

  private Samples() {}

  static JsonObject object(String text) {
    return (JsonObject) JsonReader.read(text.getBytes(UTF_8));
  }

  /// A domain, relationship or meta object with everything it needs beyond `more`.
  static String sdo(String type, String more) {
    return """
    {"type":"%s","spec_version":"2.1","id":"%s","created":"2026-11-01T00:00:00.000Z",\
    "modified":"2026-11-01T00:00:00.000Z","created_by_ref":"%s","object_marking_refs":["%s"]%s}\
    """
        .formatted(type, id(type), AUTHOR, GREEN, more.isEmpty() ? "" : "," + json(more));
  }

  /// An observable; its identifier is random.
  static String sco(String type, String more) {
    return """
    {"type":"%s","spec_version":"2.1","id":"%s","object_marking_refs":["%s"]%s}\
    """
        .formatted(type, id(type), GREEN, more.isEmpty() ? "" : "," + json(more));
  }

  static String id(String type) {
    return type + "--8e2e2d2b-17d4-4cbf-938f-98ee46b3cd3f";
  }

  /// JSON written with single quotes.
  static String json(String text) {
    return text.replace('\'', '"');
  }

  /// The objects of a bundle among the test resources.
  static List<JsonObject> bundle(String name) {
    try (InputStream in =
        new GZIPInputStream(
            Objects.requireNonNull(
                Samples.class.getResourceAsStream("/bundles/" + name + ".json.gz")))) {
      JsonObject bundle = (JsonObject) JsonReader.read(in.readAllBytes());
      return bundle.elements("objects").stream().map(Samples::asObject).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonObject asObject(Json json) {
    return (JsonObject) json;
  }

  /// The rules an object breaks in the strict profile, and where; without what every observable
  /// with a random identifier is told.
  static List<String> broken(String object) {
    return broken(Profile.STRICT_GOV, object);
  }

  /// The rules an object breaks, and where.
  static List<String> broken(Profile profile, String object) {
    return Validator.of(profile).check(object(object)).kept().stream()
        .filter(finding -> finding.rule() != Rule.STIX_SCO_ID)
        .map(finding ->
            finding.ruleId() + " " + (finding.pointer().isEmpty() ? "." : finding.pointer()))
        .toList();
  }
}
