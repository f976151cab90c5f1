package org.entente.audit.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.agreement.Agreement;
import org.entente.agreement.InForce;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whoever changes who may append or read changes the statement, and nobody else does. */
class AccessStatementTest {

  private final InForce agreements = new InForce(agreement("first"));

  @TempDir private Path folder;

  @BeforeEach
  void authorities() throws IOException {
    for (var name : List.of("services", "other")) {
      Files.writeString(folder.resolve(name), name);
    }
  }

  private static Agreement agreement(String digest) {
    return new Agreement(digest, "", Optional.empty(), Map.of(), Map.of());
  }

  private List<String> lines(String name, String value) {
    return statement(name, value).installed();
  }

  private AccessStatement statement(String name, String value) {
    var values = new HashMap<String, String>();
    values.put("entente.callers", "urn:a,urn:b");
    values.put("entente.service-anchors", folder.resolve("services").toString());
    values.put(name, value.replace("FOLDER", folder.toString()));
    var config =
        new SmallRyeConfigBuilder()
            .addDiscoveredConverters()
            .withMapping(AccessConfig.class)
            .withSources(new PropertiesConfigSource(values, "test", 500))
            .build();
    return new AccessStatement(config.getConfigMapping(AccessConfig.class), agreements);
  }

  private List<String> lines() {
    return lines("entente.callers", "urn:a,urn:b");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "entente.callers urn:a",
        "entente.service-anchors FOLDER/other",
        "entente.review.second-person true"
      })
  void each_of_these_is_told(String name, String value) {
    assertNotEquals(lines(), lines(name, value));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {"entente.callers urn:b,urn:a", "entente.review.second-person false"})
  void order_and_what_decides_nothing_are_not(String name, String value) {
    assertEquals(lines(), lines(name, value));
  }

  @Test
  void authorities_count_by_what_they_are_wherever_they_stand() throws IOException {
    var before = lines();

    Files.copy(folder.resolve("services"), folder.resolve("moved"));
    assertEquals(before, lines("entente.service-anchors", "FOLDER/moved"));
    Files.writeString(folder.resolve("services"), "another authority");
    assertNotEquals(before, lines());
  }

  @Test
  void what_the_parties_agreed_on_is_told_as_it_is_now() {
    // Given
    var statement = statement("entente.callers", "urn:a");
    assertEquals("first", statement.agreement());

    // When
    agreements.replace(agreement("second"));

    // Then
    assertEquals("second", statement.agreement());
  }
}
