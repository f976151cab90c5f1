package org.entente.gateway.exchange;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.entente.identity.TestRealm;
import org.entente.pki.Party;
import org.entente.pki.Pki;
import org.entente.pki.Revocations;

/** {@code exchange.yaml} of the tests. Not thread-safe. */
public final class Agreed {

  private static final String AMPLE =
      "limits: { rate: 1000000, burst: 1000000, requests: 1000000 }";
  private static final String PURPOSE = "purpose: threat-warning";

  private final Path file;
  private final Pki pki;
  private final Function<String, TestRealm> realms;
  private final String usual;

  Agreed(Path folder, Pki pki, Function<String, TestRealm> realms) {
    this.file = folder.resolve("exchange.yaml");
    this.pki = pki;
    this.realms = realms;
    this.usual = text(List.of("kr", "eu", Surroundings.LATE));
    write(usual);
  }

  Path file() {
    return file;
  }

  /** What all tests but those of the agreement go by. */
  public String usual() {
    return usual;
  }

  /** The usual agreement between these parties only. */
  public String text(List<String> ids) {
    return ids.stream()
        .map(this::party)
        .collect(Collectors.joining("", "version: 1\nparties:\n", "collections: {}\n"));
  }

  /** In place of what was agreed before. */
  public void write(String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String party(String id) {
    var party = pki.party(id);
    return """
      %s:
        name: Party %s
        tls: { anchors: [%s] }
        signing: { anchors: [%s], signers: ["%s"] }
        identity-provider: { issuer: "%s", anchors: [%s] }
        %s
        %s
    """
            .formatted(
                id,
                id,
                party.tlsAnchor(),
                party.signingAnchor(),
                party.signerUrn("ops"),
                realms.apply(id).issuer(),
                pki.exchangeAnchor(),
                AMPLE,
                id.equals(Surroundings.LATE) ? "" : lists(party))
        + clients(id);
  }

  /** Lists of revoked certificates, which are looked at again many times a second. */
  private static String lists(Party party) {
    return "revocation: { grace: PT0S, sources: [ %s, %s ] }"
        .formatted(
            list(party.tlsAnchor(), party.revokedTls()),
            list(party.signingAnchor(), party.revokedSigning()));
  }

  private static String list(Path authority, Revocations revoked) {
    return "{ authority: %s, file: %s }".formatted(authority, revoked.file());
  }

  private static String clients(String id) {
    return switch (id) {
      case "kr" ->
          """
              clients:
                kr-feed: { %2$s, %1$s }
                kr-counting: { %2$s, sequence: required, %1$s }
                kr-hasty: { %2$s, limits: { rate: 1, burst: 5 } }
                kr-silent: { %2$s, limits: { rate: 1, burst: 5 } }
                kr-refused: { %2$s, limits: { rate: 1, burst: 5 } }
          """
              .formatted(AMPLE, PURPOSE);
      case "eu" ->
          """
              agencies:
                cert-eu: { roles: [liaison] }
                small: { limits: { rate: 1000000, burst: 1000000, requests: 2 } }
              clients:
                eu-feed: { %2$s, agency: cert-eu, role: liaison, %1$s }
                eu-crowded: { %2$s, agency: small, %1$s }
          """
              .formatted(AMPLE, PURPOSE);
      default ->
          """
              clients:
                %3$s-feed: { %2$s, %1$s }
          """
              .formatted(AMPLE, PURPOSE, id);
    };
  }
}
