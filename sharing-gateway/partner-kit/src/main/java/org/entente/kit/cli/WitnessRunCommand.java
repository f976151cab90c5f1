package org.entente.kit.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.entente.kit.witness.KeptCheckpoints;
import org.entente.kit.witness.Witness;
import org.entente.kit.witness.WitnessServer;
import org.entente.log.SignerKey;
import org.entente.log.TlogPolicy;
import org.entente.log.WitnessRule;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code entente witness run}. */
@Command(
    name = "run",
    description = "Cosign what continues what was cosigned before, until a signal ends it.",
    footer = {
      "%nThe folder is the witness' memory: it must survive everything, and no copy of it may run",
      "elsewhere. Plain HTTP; put TLS in front where others are to reach it. Example:",
      "  entente witness run --policy log.policy --key keys/witness-ed25519.key \\",
      "    --key keys/witness-ml-dsa-44.key --folder witness --listen 127.0.0.1:8470"
    })
final class WitnessRunCommand extends EntenteCommand {

  private static final Duration LONG = Duration.ofDays(1);

  @Option(
      names = "--policy",
      required = true,
      paramLabel = "FILE",
      description = "A tlog-policy file; its log lines say which logs to witness.")
  @SuppressWarnings("NullAway.Init") // Picocli sets it.
  private Path policy;

  @Option(
      names = "--key",
      required = true,
      paramLabel = "FILE",
      description = "A private key of the witness; repeatable, each cosigns.")
  private List<Path> keys = List.of();

  @Option(names = "--folder", required = true, paramLabel = "DIR", description = "Its memory.")
  @SuppressWarnings("NullAway.Init") // Picocli sets it.
  private Path folder;

  @Option(names = "--listen", paramLabel = "HOST:PORT", description = "Default: 127.0.0.1:8470.")
  private String listen = "127.0.0.1:8470";

  @Override
  Report run() {
    List<SignerKey> signers = keys.stream().map(WitnessRunCommand::key).toList();
    WitnessRule rule = new WitnessRule(TlogPolicy.parse(Files.read(policy)).logs());
    InetSocketAddress address = address();
    edge().time().stop().heed();
    try (KeptCheckpoints kept = new KeptCheckpoints(edge().disk(), folder, signers);
        WitnessServer server =
            new WitnessServer(new Witness(rule, signers, kept, edge().time().clock()), address)) {
      int port = server.address().getPort();
      say("Witnessing on http://" + address.getHostString() + ":" + port);
      boolean goesOn = true;
      while (goesOn) {
        goesOn = edge().time().pause().of(LONG);
      }
      return new Report().put("port", port).line("Ended.");
    }
  }

  private static SignerKey key(Path file) {
    return SignerKey.parse(new String(Files.read(file), UTF_8).strip());
  }

  private InetSocketAddress address() {
    int colon = listen.lastIndexOf(':');
    try {
      int port = Integer.parseInt(listen.substring(colon + 1));
      return new InetSocketAddress(listen.substring(0, Math.max(0, colon)), port);
    } catch (IllegalArgumentException e) {
      throw usage("--listen takes an address and a port, such as 127.0.0.1:8470");
    }
  }
}
