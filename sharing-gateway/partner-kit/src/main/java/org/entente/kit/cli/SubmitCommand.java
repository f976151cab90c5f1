package org.entente.kit.cli;

import java.nio.file.Path;
import java.util.Map;
import org.entente.kit.client.ExchangeClient;
import org.entente.kit.client.ExchangeClient.Submitted;
import org.entente.kit.stix.StixInput;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code entente submit}. */
@Command(
    name = "submit",
    description = "Sign and submit an envelope or a STIX bundle.",
    footer = {
      "%nA bundle is turned into an envelope by cutting its objects out byte for byte.",
      "--out keeps what proves the submission later: body.json, manifest.jws, status.json and",
      "receipt.tlog-proof. Submitting the same manifest again is always safe. Example:",
      "  entente submit -p kr.properties -c 4b7f… --out sent warning.json"
    })
final class SubmitCommand extends EntenteCommand {

  @Parameters(paramLabel = "FILE", description = "An envelope or a bundle, UTF-8.")
  @SuppressWarnings("NullAway.Init") // Picocli sets it.
  private Path file;

  @Mixin private Signing signing = new Signing();
  @Mixin private TestingTheDoor testing = new TestingTheDoor();

  @Option(
      names = "--manifest",
      paramLabel = "FILE",
      description = "Send this manifest instead of signing a new one.")
  private @Nullable Path signed;

  @Option(names = "--out", paramLabel = "DIR", description = "Keep the evidence here.")
  private @Nullable Path out;

  @Override
  Report run() {
    byte[] document = Files.read(file);
    StixInput input = StixInput.of(document);
    byte[] envelope = input.envelope(document);
    byte[] manifest = signed == null ? signing.manifest(profile(), envelope) : Files.read(signed);
    keep("body.json", envelope);
    keep("manifest.jws", manifest);
    ExchangeClient exchange = new ExchangeClient(testing.apply(session()));
    Submitted submitted = exchange.submit(signing.collection(), manifest, envelope);
    keep("status.json", submitted.status().document().bytes());
    byte[] receipt = exchange.receipt(submitted.status().receipt().leaf());
    keep("receipt.tlog-proof", receipt);
    return report(input, submitted);
  }

  private void keep(String name, byte[] bytes) {
    if (out != null) {
      Files.write(out, name, bytes);
    }
  }

  private static Report report(StixInput input, Submitted submitted) {
    Map<String, Object> status = submitted.status().document().members();
    long index = submitted.status().receipt().index();
    Report report =
        new Report()
            .put("status", status)
            .put("replayed", submitted.replayed())
            .put("receipt_index", index)
            .put("receipt_leaf", submitted.status().receipt().leaf());
    if (input.bundle()) {
      report.line("Bundle turned into an envelope of " + input.objects().size() + " objects.");
    }
    report.line(
        "Submission "
            + status.get("id")
            + " "
            + status.get("status")
            + ": "
            + status.get("success_count")
            + " accepted, "
            + status.get("failure_count")
            + " failed"
            + (submitted.replayed() ? " (answered before)." : "."));
    return report.line("Receipt: entry " + index + " of the log.");
  }
}
