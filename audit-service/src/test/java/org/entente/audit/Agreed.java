package org.entente.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.entente.pki.Party;
import org.entente.pki.Pki;
import org.entente.pki.TimeStampServer;
import org.entente.pki.TimeStamper;

/** {@code exchange.yaml} of the tests. */
final class Agreed {

  private final Path file;
  private final String usual;

  Agreed(
      Path file, Pki pki, UnaryOperator<String> issuers, Map<String, TimeStampServer> timeStamps) {
    this.file = file;
    this.usual =
        pki.parties().stream()
                .map(
                    party -> party(pki, party, issuers.apply(party.id())) + more(party, timeStamps))
                .collect(Collectors.joining("", "version: 1\nparties:\n", "collections:\n"))
            + collection("kr-to-eu", Exchange.KR_TO_EU, "eu")
            + collection(
                "kr-to-both",
                Exchange.KR_TO_BOTH,
                "urn:entente:agency:eu:cert-eu, " + Exchange.THIRD);
    write(usual);
  }

  Path file() {
    return file;
  }

  /** What all tests but those of the agreement go by. */
  String usual() {
    return usual;
  }

  /** In place of what was agreed before. */
  void write(String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String party(Pki pki, Party party, String issuer) {
    return """
      %s:
        name: %s
        tls: { anchors: [%s] }
        identity-provider: { issuer: "%s", anchors: [%s] }
    """
        .formatted(party.id(), party.id(), party.tlsAnchor(), issuer, pki.exchangeAnchor());
  }

  private static String more(Party party, Map<String, TimeStampServer> timeStamps) {
    var id = party.id();
    var server = timeStamps.get(id);
    return (id.equals("kr") || id.equals("eu") ? lists(party) : "")
        + (id.equals("kr") ? "    joint-auditors: [" + ServiceTest.AUDITOR + "]\n" : "")
        + (id.equals("eu") ? "    agencies: { cert-eu: {} }\n" : "")
        + (server == null
            ? ""
            : "    time-stamp: { url: \"%s\", anchors: [%s], policy: %s }\n"
                .formatted(server.url(), party.timeStampAnchor(), TimeStamper.POLICY));
  }

  /** Lists of two partners; of the others nothing is known. */
  private static String lists(Party party) {
    return "    revocation: { grace: PT0S, sources: [ { authority: %s, file: %s } ] }\n"
        .formatted(party.tlsAnchor(), party.revokedTls().file());
  }

  private static String collection(String name, String id, String audience) {
    return """
      %s:
        id: %s
        title: %s
        producer: kr
        audience: [%s]
    """
        .formatted(name, id, name, audience);
  }
}
