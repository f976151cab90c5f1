package org.entente.local.exchange;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.entente.local.keycloak.Keycloak;
import org.entente.pki.Party;
import org.entente.pki.Pki;

/**
 * {@code exchange.yaml}: what the members agree on. All services read it, and follow when it is
 * edited.
 *
 * @param folder where it stands; what it names stands below
 * @param timeStamps the time-stamp authority of each member, by its id
 */
record ExchangeFile(
    Path folder, Pki pki, Keycloak keycloak, Map<String, URI> timeStamps, Terms terms) {

  private static final List<Direction> DIRECTIONS =
      List.of(Direction.KOREA_TO_EU, Direction.EU_TO_KOREA);
  private static final String AMPLE =
      "limits: { rate: 1000000, burst: 1000000, requests: 1000000 }";

  static Path in(Path folder) {
    return folder.resolve("exchange.yaml");
  }

  void write() {
    write(in(folder));
  }

  void write(Path file) {
    try {
      Files.writeString(file, text());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String text() {
    return """
    # What the two parties agreed on. The services follow when it is edited; check it before:
    # entente exchange check exchange.yaml
    version: 1
    title: Entente on this machine
    legal-basis: Agreement on warnings of theft, article 3
    parties:
    """
        + Member.ALL.stream().map(this::party).collect(Collectors.joining())
        + "collections:\n"
        + DIRECTIONS.stream().map(ExchangeFile::collection).collect(Collectors.joining());
  }

  private String party(Member member) {
    var party = pki.party(member.id());
    return """
      %s:
        name: %s
        identities: [%s]
        tls: { anchors: [%s] }
        signing: { anchors: [%s], signers: ["%s"] }
        identity-provider: { issuer: "%s", anchors: [%s] }
    """
            .formatted(
                member.id(),
                member.name(),
                member.identity(),
                below(party.tlsAnchor()),
                below(party.signingAnchor()),
                party.signerUrn(Member.SIGNER),
                keycloak.issuer(member.id()),
                below(pki.exchangeAnchor()))
        + lists(party)
        + clients(member)
        + auditing(member);
  }

  private String lists(Party party) {
    return """
        revocation:
          sources:
            - { authority: %s, file: %s }
            - { authority: %s, file: %s }
    """
        .formatted(
            below(party.tlsAnchor()),
            below(party.revokedTls().file()),
            below(party.signingAnchor()),
            below(party.revokedSigning().file()));
  }

  private String clients(Member member) {
    var ample = terms.ample().contains(member);
    return (ample ? "    " + AMPLE + "\n" : "")
        + agencies(member)
        + "    clients:\n"
        + client(member.feed(), "Early warning of cryptocurrency theft", ample)
        + client(member.reader(), "Investigation of cryptocurrency theft", ample);
  }

  private String agencies(Member member) {
    var agencies =
        Stream.of(member.feed(), member.reader())
            .flatMap(client -> agency(client).stream())
            .distinct()
            .map(agency -> "      " + agency + ": { roles: [duty-officer] }\n")
            .collect(Collectors.joining());
    return agencies.isEmpty() ? "" : "    agencies:\n" + agencies;
  }

  private Optional<String> agency(String client) {
    return Optional.ofNullable(terms.agencies().get(client));
  }

  private String client(String id, String purpose, boolean ample) {
    var agency = agency(id).map(name -> ", agency: " + name).orElse("");
    return "      %s: { purpose: %s%s%s }\n"
        .formatted(id, purpose, agency, ample ? ", " + AMPLE : "");
  }

  /** The two parties agreed on each other's joint auditors, programs and people. */
  private String auditing(Member member) {
    return """
        joint-auditors: [%s, "person:%s"]
        console: { hours: { zone: %s } }
        time-stamp: { url: "%s", anchors: [%s] }
    """
        .formatted(
            member.auditor(),
            member.jointInspector(),
            member.zone(),
            timeStamps.get(member.id()),
            below(pki.party(member.id()).timeStampAnchor()));
  }

  private static String collection(Direction direction) {
    return """
      %s:
        id: %s
        title: %s
        producer: %s
        audience: [%s]
    """
        .formatted(
            direction.name(),
            direction.id(),
            direction.title(),
            direction.producer(),
            direction.audience());
  }

  private Path below(Path file) {
    return folder.relativize(file.toAbsolutePath());
  }
}
