package org.entente.stix.marking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.entente.stix.json.JsonObject;
import org.entente.stix.json.JsonReader;
import org.entente.stix.release.Reader;
import org.entente.stix.release.Recipients;
import org.entente.stix.release.ReleaseRule;
import org.entente.stix.rule.Profile;
import org.entente.stix.rule.Validator;
import org.junit.jupiter.api.Test;

/// What is published of the extension is what the reader reads.
class ReleasabilityContractTest {
  private static final Path PUBLISHED = Path.of("..", "contract", "extensions", "releasability");

  @Test
  void the_published_objects_are_valid() throws IOException {
    for (var name :
        List.of("extension-definition.json", "marking-definition.json", "example.json")) {
      assertEquals(List.of(), Validator.of(Profile.STRICT_GOV).check(read(name)).kept(), name);
    }
    assertEquals(
        Optional.of(Releasability.EXTENSION), read("extension-definition.json").text("id"));
  }

  @Test
  void the_schema_has_the_readers_words() throws IOException {
    JsonNode schema = new ObjectMapper().readTree(PUBLISHED.resolve("schema.json").toFile());

    var onward = schema.at("/properties/onward_release/enum").valueStream().map(JsonNode::asText);
    assertEquals(
        Arrays.stream(OnwardRelease.values()).map(OnwardRelease::label).toList(), onward.toList());
    for (var urn : List.of("partner:eu", "agency:eu:cert-eu", "role:eu:cert-eu:liaison", "x:eu")) {
      boolean matches =
          schema
              .at("/properties/releasable_to/items/anyOf")
              .valueStream()
              .anyMatch(form -> ("urn:entente:" + urn).matches(form.path("pattern").asText()));
      assertEquals(Recipient.ofUrn("urn:entente:" + urn).isPresent(), matches, urn);
    }
  }

  @Test
  void the_example_reaches_the_agency_and_the_role_that_its_marking_names() throws IOException {
    Terms definition = TermsReader.definition(read("marking-definition.json"));
    Terms terms = TermsReader.markings(read("example.json")).under(_ -> Optional.of(definition));
    Recipient eu = Recipient.partner("eu");
    ReleaseRule rule = new ReleaseRule(Set.of(eu), new Recipients.Everyone(), Tlp.CLEAR);

    var places = List.of("eu/cert-eu", "eu/cert-eu/analyst", "eu/europol", "eu/europol/liaison");
    var reached =
        places.stream()
            .filter(place ->
                rule.decide(Reader.at(Recipient.ofName(place).orElseThrow()), terms).releases())
            .toList();

    assertEquals(List.of("eu/cert-eu", "eu/cert-eu/analyst", "eu/europol/liaison"), reached);
    assertEquals(OnwardRelease.ORIGINATOR_CONSENT, terms.onward());
    assertNotNull(terms.unknown());
  }

  private static JsonObject read(String name) throws IOException {
    return (JsonObject) JsonReader.read(Files.readAllBytes(PUBLISHED.resolve(name)));
  }
}
