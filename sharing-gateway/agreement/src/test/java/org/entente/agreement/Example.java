package org.entente.agreement;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.entente.pki.Pki;

/** The published example, with certificates that exist, in a folder. */
final class Example {

  private final Path folder;
  private final Pki pki;

  Example(Path folder) {
    this.folder = folder;
    this.pki = Pki.create(folder, Clock.systemUTC(), "kr", "eu", "jp");
    for (var party : pki.parties()) {
      copy(pki.exchangeAnchor(), folder.resolve(party.id() + "/identity-provider-ca.crt"));
    }
    write(text());
  }

  Pki pki() {
    return pki;
  }

  AgreementFile file() {
    return new AgreementFile(path());
  }

  Path path() {
    return folder.resolve("exchange.yaml");
  }

  static String text() {
    try {
      return Files.readString(Path.of("contract/exchange.example.yaml"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void write(String text) {
    try {
      Files.writeString(path(), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void copy(Path from, Path to) {
    try {
      Files.createDirectories(to.getParent());
      Files.write(to, Files.readAllBytes(from));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
