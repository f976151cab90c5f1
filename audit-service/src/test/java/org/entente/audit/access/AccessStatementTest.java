package org.entente.audit.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.quarkus.oidc.runtime.OidcConfig;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whoever changes who may append or read changes the statement, and nobody else does. */
class AccessStatementTest {

  @TempDir private Path folder;

  @BeforeEach
  void authorities() throws IOException {
    for (var name : List.of("services", "partner", "other")) {
      Files.writeString(folder.resolve(name), name);
    }
  }

  private List<String> lines(String name, String value) {
    var config = new HashMap<String, String>();
    config.put("entente.callers", "urn:a,urn:b");
    config.put("entente.service-anchors", folder.resolve("services").toString());
    config.put("entente.partners.kr.tls-anchors", folder.resolve("partner").toString());
    config.put("entente.partners.kr.joint-auditors", "kr-one,kr-two");
    config.put("entente.collections.c.id", "4b7f2f8e-3a6c-4d5e-9b1a-0c2d4e6f8a10");
    config.put("entente.collections.c.producer", "kr");
    config.put("entente.collections.c.audience", "eu,us");
    config.put("quarkus.oidc.kr.auth-server-url", "https://idp.example/kr");
    config.put(name, value.replace("FOLDER", folder.toString()));
    return statement(config).lines();
  }

  private static AccessStatement statement(Map<String, String> values) {
    var config =
        new SmallRyeConfigBuilder()
            .addDiscoveredConverters()
            .withMapping(AccessConfig.class)
            .withMapping(OidcConfig.class)
            .withSources(new PropertiesConfigSource(values, "test", 500))
            .build();
    return new AccessStatement(
        config.getConfigMapping(AccessConfig.class), config.getConfigMapping(OidcConfig.class));
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
        "entente.partners.kr.tls-anchors FOLDER/other",
        "entente.partners.kr.joint-auditors kr-one",
        "entente.partners.eu.tls-anchors FOLDER/partner",
        "entente.collections.c.id 9d3c1b7a-5e2f-4c8d-8a6b-1f0e2d4c6b80",
        "entente.collections.c.producer eu",
        "entente.collections.c.audience eu",
        "quarkus.oidc.kr.auth-server-url https://other.example/kr",
        "quarkus.oidc.kr.token.issuer https://other.example/kr",
        "quarkus.oidc.kr.tenant-enabled false",
        "quarkus.oidc.kr-console.auth-server-url https://idp.example/kr",
        "entente.review.second-person true"
      })
  void each_of_these_is_told(String name, String value) {
    assertNotEquals(lines(), lines(name, value));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "entente.callers urn:b,urn:a",
        "entente.partners.kr.joint-auditors kr-two,kr-one",
        "entente.collections.c.audience us,eu",
        "quarkus.oidc.kr.connection-delay 5S",
        "entente.review.second-person false"
      })
  void order_and_what_decides_nothing_are_not(String name, String value) {
    assertEquals(lines(), lines(name, value));
  }

  @Test
  void authorities_count_by_what_they_are_wherever_they_stand() throws IOException {
    var before = lines();

    Files.copy(folder.resolve("partner"), folder.resolve("moved"));
    assertEquals(before, lines("entente.partners.kr.tls-anchors", "FOLDER/moved"));
    Files.writeString(folder.resolve("partner"), "another authority");
    assertNotEquals(before, lines());
  }
}
