package org.entente.indicator.exchange;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.entente.pki.Pki;

/// `exchange.yaml` of the tests.
public final class Agreed {
  private final Path file;
  private final String usual;

  Agreed(Path folder, Pki pki) {
    this.file = folder.resolve("exchange.yaml");
    this.usual = "version: 1\nparties:\n" + parties(pki) + "collections:\n" + collections();
    write(usual);
  }

  Path file() {
    return file;
  }

  /// What all tests but those of the agreement go by.
  public String usual() {
    return usual;
  }

  /// In place of what was agreed before.
  public void write(String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String parties(Pki pki) {
    return Stream.of(
            party(pki, "kr", identity(Exchange.KR_IDENTITY)),
            party(pki, "eu", identity(Exchange.EU_IDENTITY)),
            party(pki, "us", identity("identity--" + Exchange.KR_TO_ALL)),
            party(pki, "au", identity("identity--" + Exchange.KR_TO_EU)),
            party(
                pki,
                "jp",
                "agencies: { npa: { roles: [liaison, analyst] }, bank: { client-of: npa },"
                    + " jpcert: { roles: [analyst] } }"),
            party(pki, "ca", identity(Exchange.CA_IDENTITY)))
        .collect(Collectors.joining());
  }

  private static String identity(String id) {
    return "identities: [" + id + "]";
  }

  private static String party(Pki pki, String id, String more) {
    return """
      %s:
        name: %s
        tls: { anchors: [%s] }
        identity-provider: { issuer: "https://id.example.org/%s", anchors: [%s] }
        %s
    """
        .formatted(id, id, pki.party(id).tlsAnchor(), id, pki.exchangeAnchor(), more);
  }

  private static String collections() {
    return Stream.of(
            collection("ca-to-jp-1", Exchange.CA_TO_JP_ONE, "ca", "urn:entente:partner:jp"),
            collection("ca-to-jp-2", Exchange.CA_TO_JP_TWO, "ca", "jp"),
            collection("kr-with-eu", Exchange.KR_WITH_EU, "kr", "kr, eu"),
            collection("kr-to-jp", Exchange.KR_TO_JP, "kr", "urn:entente:partner:jp"),
            collection("kr-to-eu", Exchange.KR_TO_EU, "kr", "eu") + "    alias: korea\n",
            collection("eu-to-kr", Exchange.EU_TO_KR, "eu", "kr"),
            collection("kr-to-all", Exchange.KR_TO_ALL, "kr", "eu, us"))
        .collect(Collectors.joining());
  }

  private static String collection(String name, String id, String producer, String audience) {
    return """
      %s:
        id: %s
        title: %s
        producer: %s
        audience: [%s]
    """
        .formatted(name, id, name, producer, audience);
  }
}
