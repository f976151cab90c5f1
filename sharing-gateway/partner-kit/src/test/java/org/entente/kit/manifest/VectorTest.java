package org.entente.kit.manifest;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.entente.kit.evidence.TrustFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The committed vectors: made once, with keys that nobody has any more. */
class VectorTest {

  private static final Path FOLDER = Path.of("contract/vectors");
  private static final Expectation EXPECTED =
      new Expectation(
          Optional.of(Parties.KR),
          Optional.of(Parties.AUDIENCE),
          Optional.of(Parties.COLLECTION),
          Optional.empty(),
          Optional.empty());

  private static VerifiedManifest verified(Path manifest) throws IOException {
    Body body = Body.of(Files.readAllBytes(FOLDER.resolve("body.json")));
    return new TrustFolder(FOLDER.resolve("trust"))
        .manifestVerifier()
        .verify(Files.readAllBytes(manifest), body, EXPECTED);
  }

  static List<Path> refused() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER.resolve("refused"))) {
      return files.sorted().toList();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"by-openssl.jws", "by-kit.jws", "by-kit.general.json"})
  void what_must_hold_holds(String name) throws IOException {
    VerifiedManifest manifest = verified(FOLDER.resolve(name));

    assertEquals("urn:entente:signer:kr:ops", manifest.signer().urn().toString());
    assertEquals(Parties.KR, manifest.partner());
  }

  @ParameterizedTest
  @MethodSource("refused")
  void what_must_be_refused_is_refused_with_the_code_it_is_named_after(Path file) {
    ManifestRejected rejected = assertThrows(ManifestRejected.class, () -> verified(file));

    String name = String.valueOf(file.getFileName());
    assertEquals(name.substring(0, name.indexOf('-')), rejected.code().name(), rejected.detail());
  }

  @Test
  void both_forms_are_of_one_submission_and_the_body_is_the_tests_own() throws IOException {
    assertEquals(
        verified(FOLDER.resolve("by-kit.jws")).claims(),
        verified(FOLDER.resolve("by-kit.general.json")).claims());
    assertArrayEquals(Parties.BODY, Files.readAllBytes(FOLDER.resolve("body.json")));
    assertEquals(14, refused().size());
  }
}
