package org.entente.kit.cli;

import java.nio.file.Path;
import org.entente.kit.manifest.Sha256;
import org.entente.kit.stix.StixInput;
import org.entente.kit.wording.Counted;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code entente sign}. */
@Command(
    name = "sign",
    description = "Sign an envelope or a STIX bundle; nothing is sent.",
    footer = {
      "%nWrites body.json (the exact bytes to send) and manifest.jws. Example:",
      "  entente sign -p kr.properties -c 4b7f… --out signed warning.json"
    })
final class SignCommand extends EntenteCommand {

  @Parameters(paramLabel = "FILE", description = "An envelope or a bundle, UTF-8.")
  @SuppressWarnings("NullAway.Init") // Picocli sets it.
  private Path file;

  @Mixin private Signing signing = new Signing();

  @Option(names = "--out", required = true, paramLabel = "DIR", description = "Where to write.")
  @SuppressWarnings("NullAway.Init") // Picocli sets it.
  private Path out;

  @Override
  Report run() {
    byte[] document = Files.read(file);
    StixInput input = StixInput.of(document);
    byte[] envelope = input.envelope(document);
    byte[] manifest = signing.manifest(profile(), envelope);
    Files.write(out, "body.json", envelope);
    Path written = Files.write(out, "manifest.jws", manifest);
    return new Report()
        .put("objects", input.objects().size())
        .put("manifest", written.toString())
        .put("manifest_sha256", Sha256.of(manifest).base64Url())
        .line("Signed " + Counted.of(input.objects().size(), "object") + ": " + written);
  }
}
