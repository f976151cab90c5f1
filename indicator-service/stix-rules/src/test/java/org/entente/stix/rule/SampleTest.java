package org.entente.stix.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.entente.stix.json.JsonObject;
import org.entente.stix.json.JsonReader;
import org.junit.jupiter.api.Test;

/// The sample that everybody submits first is valid.
class SampleTest {
  private static final Path SAMPLE =
      Path.of("..", "..", "deploy", "local", "samples", "bybit-2025.json");

  @Test
  void the_sample_of_the_local_exchange_is_valid() throws IOException {
    JsonObject bundle = (JsonObject) JsonReader.read(Files.readAllBytes(SAMPLE));
    Validator validator = Validator.of(Profile.STRICT_GOV);

    List<Finding> errors =
        bundle.elements("objects").stream()
            .flatMap(object -> validator.check((JsonObject) object).errorList().stream())
            .toList();

    assertEquals(156, bundle.elements("objects").size());
    assertEquals(List.of(), errors);
  }
}
