package org.entente.pki;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * One authority's list of revoked certificates, in a file that readers never see half written. Each
 * change is a list with the next number. Thread-safe.
 */
public final class Revocations {

  private static final Duration JUST_NOW = Duration.ofMinutes(-1);
  private static final Duration AS_LONG_AS_CERTIFICATES = Duration.ofDays(30);

  private final Authority authority;
  private final Path file;
  private final List<X509Certificate> revoked = new ArrayList<>();
  private long number;

  Revocations(Authority authority, Path file) {
    this.authority = authority;
    this.file = file;
    publish();
  }

  /** Where the list is, DER. */
  public Path file() {
    return file;
  }

  /** Puts this certificate on the list. */
  public synchronized void revoke(X509Certificate certificate) {
    revoked.add(certificate);
    publish();
  }

  /** Takes it off again, which no good authority does: tests share one. */
  public synchronized void restore(X509Certificate certificate) {
    revoked.remove(certificate);
    publish();
  }

  /** A new list that says the same. */
  public void publish() {
    publish(UnaryOperator.identity());
  }

  /** A new list that says the same but for what is changed. */
  public synchronized void publish(UnaryOperator<ListTemplate> change) {
    number++;
    var template = ListTemplate.number(number).withValidity(JUST_NOW, AS_LONG_AS_CERTIFICATES);
    for (var certificate : revoked) {
      template = template.revoking(certificate);
    }
    put(authority.revocationList(change.apply(template)));
  }

  /** Puts any bytes there, good or not. */
  public synchronized void put(byte[] bytes) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      var fresh = file.resolveSibling(file.getFileName() + ".new");
      Files.write(fresh, bytes);
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
