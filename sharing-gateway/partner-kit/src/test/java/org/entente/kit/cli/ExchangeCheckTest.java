package org.entente.kit.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a reviewer of the agreement is told. */
class ExchangeCheckTest {

  private static final String FILE =
      """
      version: 1
      parties:
        kr:
          name: Republic of Korea
          tls: { anchors: [pki/kr/tls-ca.crt] }
          identity-provider:
            issuer: https://id.kr.example.org/realms/kr
            anchors: [pki/exchange/ca.crt]
      collections:
        kr-to-kr:
          id: c1f0a7d2-6b4e-4f39-8d15-2e7a9b3c5d60
          title: Korea among its own
          producer: kr
          audience: [kr]
      """;

  @TempDir private Path folder;
  private KitRun kit;

  @BeforeEach
  void a_desk() throws Exception {
    kit = new KitRun(folder);
  }

  @AfterEach
  void stop() {
    kit.close();
  }

  @Test
  void a_good_file_is_summed_up() {
    // Given
    kit.write("exchange.yaml", FILE);

    // When
    var ended = kit.run("exchange check @exchange.yaml");

    // Then
    assertEquals(0, ended.exit(), ended.err());
    assertTrue(
        ended
            .out()
            .contains(
                """
                party kr: Republic of Korea, 0 clients, tokens of https://id.kr.example.org/realms/kr
                collection kr-to-kr: kr to kr
                digest \
                """),
        ended.out());
  }

  @Test
  void each_fault_is_told_with_its_place() {
    // Given
    kit.write(
        "exchange.yaml", FILE.replace("producer: kr", "producer: jp").replace("[kr]", "[jp]"));

    // When
    var ended = kit.run("exchange check @exchange.yaml");

    // Then
    assertEquals(1, ended.exit(), ended.err());
    assertEquals(
        List.of(
            "13:5 /collections/kr-to-kr/producer: jp is no party; there are kr",
            "14:16 /collections/kr-to-kr/audience/0: jp is no party; there are kr"),
        ended.out().lines().map(line -> line.replaceFirst("^.*exchange.yaml:", "")).toList());
  }

  @Test
  void programs_are_told_the_same() {
    // Given
    kit.write("exchange.yaml", FILE.replace("version: 1", "version: 3"));

    // When
    var ended = kit.run("exchange check --json @exchange.yaml");

    // Then
    var member = Map.of("line", 1L, "column", 1L, "pointer", "/version", "problem", "must be 1");
    assertEquals(List.of(member), ended.json().get("faults"));
  }
}
