package org.entente.e2e.scene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.entente.local.exchange.Exchange;
import org.entente.local.exchange.Service;
import org.entente.local.exchange.Witness;
import org.entente.log.SignerKey;
import org.entente.log.TlogPolicy;
import org.entente.log.VerifierKey;

/**
 * Both of the log's keys are changed in the steps of {@code deploy/ROTATION.md}, as its operator
 * does: files are written, and one process after the other is started again. For one thread.
 */
public final class LogKeyChange {

  /** The names of the key files and, after the prefix, of what configures them. */
  private static final List<String> NAMES = List.of("ed25519", "ml-dsa-44");

  private final Exchange exchange;
  private final Runnable beforeStop;
  private final Path folder;
  private final String nextOnes;

  LogKeyChange(Exchange exchange, Runnable beforeStop) {
    this.exchange = exchange;
    this.beforeStop = beforeStop;
    folder = exchange.folder().resolve("log");
    nextOnes =
        NAMES.stream()
            .map(name -> "entente.log.next.%s-key=%s%n".formatted(name, next(name)))
            .collect(Collectors.joining());
  }

  /** Step 1: makes the next keys and has them sign beside those of now. */
  public void signWithNext(List<Service> logs) {
    for (var name : NAMES) {
      var key = verifier(now(name));
      var fresh = SignerKey.generate(key.name(), key.type(), new SecureRandom());
      edit(next(name), _ -> fresh.secretText());
    }
    logs.forEach(log -> restart(log, text -> text + nextOnes));
  }

  /** Step 2: everybody believes the next keys, too. */
  public void believeNext() {
    var lines = TlogPolicy.text(nextKeys().logs()).replace("quorum none\n", "");
    believe(text -> lines + text);
  }

  /** Step 3: the next keys are the keys, and those of now are former ones. */
  public void signWithNextOnly(List<Service> logs) {
    for (var name : NAMES) {
      var former = verifier(now(name));
      edit(folder.resolve("former.keys"), text -> text + former + "\n");
      edit(now(name), _ -> signer(next(name)).secretText());
    }
    logs.forEach(log -> restart(log, text -> text.replace(nextOnes, "")));
  }

  /** Step 4: whoever looks only at what is new drops these. */
  public void forget(TlogPolicy former) {
    var lines = former.logs().stream().map(key -> "log " + key + "\n").toList();
    believe(text -> lines.stream().reduce(text, (rest, line) -> rest.replace(line, "")));
  }

  /** What somebody believes who has heard of no other keys. */
  public TlogPolicy keysNow() {
    return TlogPolicy.ofLogs(NAMES.stream().map(this::now).map(LogKeyChange::verifier).toList());
  }

  /** What somebody believes who has dropped the old ones already. */
  public TlogPolicy nextKeys() {
    return TlogPolicy.ofLogs(NAMES.stream().map(this::next).map(LogKeyChange::verifier).toList());
  }

  private void believe(UnaryOperator<String> change) {
    edit(folder.resolve("log.policy"), change);
    edit(exchange.folder().resolve("trust/log.policy"), change);
    exchange.witnesses().forEach(LogKeyChange::restart);
  }

  private static void restart(Witness witness) {
    witness.stop();
    witness.start();
  }

  private void restart(Service log, UnaryOperator<String> change) {
    edit(log.log().resolveSibling("config/application.properties"), change);
    beforeStop.run();
    log.stop();
    log.start();
  }

  private Path now(String name) {
    return folder.resolve(name + ".key");
  }

  private Path next(String name) {
    return folder.resolve(name + ".next.key");
  }

  private static VerifierKey verifier(Path file) {
    return signer(file).verifier();
  }

  private static SignerKey signer(Path file) {
    return SignerKey.parse(text(file).strip());
  }

  private static String text(Path file) {
    try {
      return Files.exists(file) ? Files.readString(file) : "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void edit(Path file, UnaryOperator<String> change) {
    try {
      Files.writeString(file, change.apply(text(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
