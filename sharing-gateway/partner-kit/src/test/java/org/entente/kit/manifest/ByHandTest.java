package org.entente.kit.manifest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.entente.pki.CredentialFiles;
import org.entente.pki.Pki;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The scripts under contract/by-hand, run for real: nobody needs our software. */
class ByHandTest {

  private static final Path SCRIPTS = Path.of("contract/by-hand");

  @TempDir private Path folder;
  private Pki pki;
  private CredentialFiles signer;
  private Path body;

  private record Run(int exit, String out) {}

  @BeforeEach
  void tools_and_keys() throws IOException {
    assumeTrue(
        Stream.of("openssl", "xxd").allMatch(ByHandTest::installed),
        "openssl or xxd is not installed: the scripts by hand are NOT tested here");
    pki = Pki.create(folder.resolve("pki"), Clock.systemUTC(), "kr");
    signer = pki.party("kr").signer("ops");
    body = Files.write(folder.resolve("body.json"), Parties.BODY);
  }

  private static boolean installed(String program) {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
        .anyMatch(place -> Files.isExecutable(Path.of(place, program)));
  }

  private Run run(String script, Object... arguments) throws Exception {
    Path out = folder.resolve("out");
    List<String> command =
        Stream.concat(Stream.of("sh", SCRIPTS.resolve(script)), Stream.of(arguments))
            .map(Object::toString)
            .toList();
    int exit =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(out.toFile())
            .start()
            .waitFor();
    return new Run(exit, Files.readString(out));
  }

  private Run signedByScript() throws Exception {
    return run(
        "sign.sh",
        body,
        signer.key(),
        signer.certificate(),
        "urn:entente:partner:kr",
        "urn:entente:signer:kr:ops",
        Parties.AUDIENCE,
        Parties.COLLECTION);
  }

  @Test
  void twenty_manifests_made_with_openssl_verify_here() throws Exception {
    var anchor = signer.credential().chain().get(1);
    var trust =
        new PartnerTrust(Parties.KR, Set.of(anchor), Set.of(new SignerUrn(Parties.KR, "ops")));
    var verifier =
        new ManifestVerifier(
            new SigningTrust(List.of(trust), Revocation.none(), Clock.systemUTC()));

    for (int i = 0; i < 20; i++) { // Some numbers of a signature are shorter than 32 bytes.
      Run made = signedByScript();
      assertEquals(0, made.exit(), made.out());
      Expectation here =
          Expectation.atTheDoor(
              Parties.KR, Parties.AUDIENCE, Parties.COLLECTION, Clock.systemUTC().instant());
      verifier.verify(made.out().getBytes(UTF_8), Body.of(Parties.BODY), here);
    }
  }

  @Test
  void a_manifest_made_here_verifies_with_openssl() throws Exception {
    byte[] manifest =
        new ManifestSigner(
                Parties.key(signer.credential()), Clock.systemUTC(), java.util.UUID::randomUUID)
            .sign(new SubmissionDraft(Parties.AUDIENCE, Parties.COLLECTION, Body.of(Parties.BODY)));
    Path file = Files.write(folder.resolve("manifest.jws"), manifest);

    Run verified = run("verify.sh", file, body, pki.party("kr").signingAnchor());

    assertEquals(0, verified.exit(), verified.out());
    assertTrue(verified.out().contains("urn:entente:signer:kr:ops"), verified.out());
  }

  @Test
  void what_is_changed_does_not_verify_with_openssl() throws Exception {
    Path file = Files.writeString(folder.resolve("manifest.jws"), signedByScript().out());
    Path other = Files.writeString(folder.resolve("other.json"), "{}");
    Path changed = folder.resolve("changed.jws");
    String text = Files.readString(file);
    int middle = text.indexOf('.') + 20;
    char flipped = text.charAt(middle) == 'A' ? 'B' : 'A';
    Files.writeString(changed, text.substring(0, middle) + flipped + text.substring(middle + 1));

    assertEquals(1, run("verify.sh", file, other, pki.party("kr").signingAnchor()).exit());
    assertEquals(1, run("verify.sh", changed, body, pki.party("kr").signingAnchor()).exit());
    assertEquals(1, run("verify.sh", file, body, pki.party("kr").tlsAnchor()).exit());
  }
}
