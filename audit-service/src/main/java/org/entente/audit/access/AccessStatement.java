package org.entente.audit.access;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.entente.agreement.InForce;
import org.entente.audit.record.Sha256;

/**
 * Everything that decides who may append, read and sign, one line each, in a fixed order: what two
 * replicas agree on, and auditors see change. What the parties agreed on is one line, its digest.
 * Authorities count by their content.
 */
@Singleton
public final class AccessStatement {

  private final List<String> installed = new ArrayList<>();
  private final InForce agreements;

  AccessStatement(AccessConfig config, InForce agreements) {
    this.agreements = agreements;
    new TreeSet<>(config.callers()).forEach(caller -> installed.add("caller " + caller));
    config.serviceAnchors().forEach(file -> installed.add("services " + content(file)));
    if (config.review().secondPerson()) {
      installed.add("reviews are signed by a second person");
    }
  }

  private static String content(Path file) {
    try {
      return Sha256.of(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the authorities in " + file, e);
    }
  }

  /** Hexadecimal digest of what the parties agreed on, as it is now. */
  public String agreement() {
    return agreements.now().digest();
  }

  /** What is so whatever the parties agree on. */
  public List<String> installed() {
    return List.copyOf(installed);
  }
}
