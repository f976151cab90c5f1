package org.entente.kit.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import org.entente.kit.profile.KeyRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code entente keys new}. */
@Command(
    name = "new",
    description = "Make a P-256 key and a certificate request for the partner's CA.",
    footer = {
      "%nOne key for connections (--use tls), another for signatures (--use signing). Example:",
      "  entente keys new --use signing --partner kr --name ops --out keys"
    })
final class KeysNewCommand extends EntenteCommand {

  @Option(names = "--use", required = true, description = "tls or signing.")
  @SuppressWarnings("NullAway.Init") // Picocli sets it.
  private KeyRequest.Use use;

  @Option(names = "--partner", required = true, paramLabel = "ID", description = "Such as kr.")
  @SuppressWarnings("NullAway.Init") // Picocli sets it.
  private String partner;

  @Option(
      names = "--name",
      required = true,
      paramLabel = "NAME",
      description = "The client id (tls) or the signer's name (signing).")
  @SuppressWarnings("NullAway.Init") // Picocli sets it.
  private String name;

  @Option(names = "--out", required = true, paramLabel = "DIR", description = "Where to write.")
  @SuppressWarnings("NullAway.Init") // Picocli sets it.
  private Path out;

  @Override
  Report run() {
    KeyRequest request = KeyRequest.create(use, partner, name);
    Path key = Files.writeSecret(out, name + ".key", request.keyPem().getBytes(UTF_8));
    Path csr = Files.write(out, name + ".csr", request.requestPem().getBytes(UTF_8));
    return new Report()
        .put("urn", request.urn())
        .put("key", key.toString())
        .put("request", csr.toString())
        .line("Key for " + request.urn() + ": " + key + " (keep it to yourself)")
        .line("Request for your CA: " + csr);
  }
}
