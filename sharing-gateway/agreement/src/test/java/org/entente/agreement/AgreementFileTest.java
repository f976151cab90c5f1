package org.entente.agreement;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entente.agreement.Party.Limits;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class AgreementFileTest {

  @TempDir Path folder;
  Example example;

  @BeforeEach
  void an_example() {
    example = new Example(folder);
  }

  @Test
  void the_same_bytes_are_not_read_into_another_agreement() {
    // Given
    var first = example.file().reading();

    // When
    var again = example.file().after(first);
    Example.copy(folder.resolve("jp/signing-ca.crt"), folder.resolve("kr/signing-ca.crt"));
    var changed = example.file().after(again);

    // Then
    assertSame(first, again);
    assertNotEquals(first.agreement().digest(), changed.agreement().digest());
  }

  @Test
  void the_published_example_is_an_agreement() {
    // When
    var agreement = example.file().read();

    // Then
    assertEquals(List.of("kr", "eu"), List.copyOf(agreement.parties().keySet()));
    var kr = of(agreement.parties(), "kr");
    assertEquals("https://id.kr.example.org/realms/kr", kr.provider().url());
    assertEquals(Set.of("kr-auditor", "person:kr-joint-inspector"), kr.auditing().joint());
    assertEquals(ZoneId.of("Asia/Seoul"), kr.auditing().hours().orElseThrow().zone());
    assertEquals(1, kr.tls().certificates().size());
    assertTrue(of(of(agreement.parties(), "eu").clients(), "eu-feed").counts());
    assertEquals(Optional.of("korea"), of(agreement.collections(), "kr-to-eu").alias());
  }

  @Test
  void what_is_not_said_is_what_the_schema_says_is_meant() {
    // When
    var agreement = example.file().read();

    // Then
    var kr = of(agreement.parties(), "kr");
    assertEquals(new Limits(1000, 2000, 256), kr.limits());
    assertEquals(new Limits(500, 1000, 128), of(kr.clients(), "kr-feed").limits());
    assertEquals(Duration.ofMinutes(10), kr.signing().orElseThrow().longestValidity());
    assertEquals("urn:entente:exchange", kr.provider().audience());
    assertEquals(Duration.ofHours(24), kr.revocation().orElseThrow().maxAge());
    assertTrue(of(of(agreement.parties(), "eu").agencies(), "cert-eu").limits().isEmpty());
  }

  /** Each line: what the example says, what is written instead, what is said about it. */
  @ParameterizedTest
  @CsvFileSource(resources = "/faulty.csv", delimiter = '|', quoteCharacter = '`')
  void what_is_wrong_is_said_with_its_place(String said, String instead, String fault) {
    // Given
    assertTrue(Example.text().contains(said.replace("\\n", "\n")), said);
    example.write(
        Example.text()
            .replace(
                said.replace("\\n", "\n"), (instead == null ? "" : instead).replace("\\n", "\n")));

    // When
    var rejected = assertThrows(AgreementRejected.class, () -> example.file().read());

    // Then
    var message = String.valueOf(rejected.getMessage()).replace(folder.toString(), "FOLDER");
    assertTrue(message.contains("FOLDER/exchange.yaml:" + fault), message);
  }

  @Test
  void all_faults_are_told_at_once_in_the_order_of_the_file() {
    // Given
    example.write(
        Example.text()
            .replace("producer: kr", "producer: us")
            .replace("Asia/Seoul", "Mars/Seoul")
            .replace("kr/tls-ca.crt]", "kr/none.crt]"));

    // When
    var rejected = assertThrows(AgreementRejected.class, () -> example.file().read());

    // Then
    var places = rejected.faults().stream().map(Fault::pointer).toList();
    assertEquals(
        List.of(
            "/parties/kr/tls/anchors/0",
            "/parties/kr/console/hours/zone",
            "/collections/kr-to-eu/producer"),
        places);
  }

  @Test
  void a_certificate_that_is_no_authority_is_no_anchor() {
    // Given
    Example.copy(
        example.pki().party("kr").client("kr-feed").certificate(), folder.resolve("kr/tls-ca.crt"));

    // When
    var rejected = assertThrows(AgreementRejected.class, () -> example.file().read());

    // Then
    assertTrue(
        String.valueOf(rejected.getMessage()).contains("which is no authority"),
        rejected::getMessage);
  }

  @Test
  void an_authority_is_one_partys() {
    // Given
    Example.copy(folder.resolve("kr/tls-ca.crt"), folder.resolve("eu/tls-ca.crt"));

    // When
    var rejected = assertThrows(AgreementRejected.class, () -> example.file().read());

    // Then
    assertTrue(
        rejected.faults().getFirst().problem().endsWith("is an authority of kr already"),
        rejected::getMessage);
  }

  @Test
  void a_file_that_is_missing_too_long_or_no_text_is_refused() throws Exception {
    Files.delete(example.path());
    assertEquals("there is no such file", problem());

    example.write("#".repeat(FilesRead.MOST_BYTES) + "\n");
    assertEquals("cannot be read: longer than 1048576 bytes", problem());

    Files.write(example.path(), "title: é".getBytes(StandardCharsets.ISO_8859_1));
    assertEquals("is no UTF-8", problem());
  }

  @Test
  void a_file_of_brackets_is_refused_before_it_is_built() {
    // Given
    example.write("[".repeat(500_000));

    // When
    var problem = problem();

    // Then
    assertEquals("nested more than 12 deep", problem);
  }

  @Test
  void equal_agreements_have_equal_digests_and_others_have_not() {
    // Given
    var before = example.file().read().digest();

    // When
    var same = new Example(folder.resolve("elsewhere"));
    Example.copy(folder.resolve("jp/tls-ca.crt"), folder.resolve("kr/tls-ca.crt"));

    // Then
    assertEquals(64, before.length());
    assertNotEquals(before, example.file().read().digest());
    assertNotEquals(before, same.file().read().digest(), "other certificates");
  }

  private static <V> V of(Map<String, V> map, String name) {
    return requireNonNull(map.get(name), name);
  }

  private String problem() {
    return assertThrows(AgreementRejected.class, () -> example.file().read())
        .faults()
        .getFirst()
        .problem();
  }
}
