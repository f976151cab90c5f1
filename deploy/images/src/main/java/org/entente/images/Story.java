package org.entente.images;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.entente.local.exchange.Direction;
import org.entente.local.exchange.Exchange;
import org.entente.local.exchange.Member;

/**
 * Korea warns, the EU reads, somebody is refused, an auditor looks: what the services do all day,
 * played with the partner kit's own commands, each a process. Works in the exchange's folder.
 *
 * @param exchange is up
 */
public record Story(Exchange exchange) {

  private static final String COLLECTION = Direction.KOREA_TO_EU.id();
  private static final String WALLET = "0x51E9d833Ecae4E8D9D8Be17300AEE6D3398C135D";
  private static final int WELL = 0;
  private static final int REFUSED = 3;
  private static final long PATIENCE_SECONDS = 120;

  /**
   * Plays it once.
   *
   * @param sample a bundle of Korea's
   * @throws IllegalStateException when a command ends as it should not
   */
  public void play(Path sample) {
    var korea = Member.KOREA;
    var eu = Member.EU;
    command(WELL, korea.feed(), "submit", "-c", COLLECTION, "--out", "sent", sample.toString());
    command(WELL, eu.feed(), "pull", "-c", COLLECTION, "--out", "got", "--evidence");
    command(WELL, eu.reader(), "lookup", WALLET);
    command(REFUSED, korea.feed(), "pull", "-c", COLLECTION, "--no-token");
    command(WELL, korea.auditor(), "log", "search", "--party", korea.id());
    command(WELL, eu.auditor(), "log", "verify", "--receipt", "sent/receipt.tlog-proof");
  }

  private void command(int expected, String client, String... words) {
    var kit = exchange.settings().repository().resolve("sharing-gateway/partner-kit/entente");
    var command = new ArrayList<String>();
    command.add(kit.toString());
    command.addAll(List.of(words));
    command.addAll(List.of("--profile", exchange.profile(client).toString()));
    var log = exchange.folder().resolve("story.log");
    try {
      var process =
          new ProcessBuilder(command)
              .directory(exchange.folder().toFile())
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
              .start();
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
      var exit = process.waitFor();
      if (exit != expected) {
        throw new IllegalStateException(
            "entente " + String.join(" ", words) + " ended with " + exit + ", see " + log);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
