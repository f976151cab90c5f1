package org.entente.agreement;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.entente.agreement.Party.Agency;
import org.entente.agreement.Party.Auditing;
import org.entente.agreement.Party.Client;
import org.entente.agreement.Party.IdentityProvider;
import org.entente.agreement.Party.Revocation;
import org.entente.agreement.Party.Revocation.Source;
import org.entente.agreement.Party.Signing;
import org.entente.agreement.Party.TimeStampAuthority;

/** Reads one party from a tree that the schema has allowed and completed. */
final class PartyReader {

  private static final String ANCHORS = "anchors";

  private final AnchorFiles files;
  private final Values values;

  PartyReader(AnchorFiles files, Values values) {
    this.files = files;
    this.values = values;
  }

  Party read(JsonNode party, String pointer) {
    return new Party(
        party.path("name").asText(),
        Values.texts(party.path("identities")),
        Values.map(party.path("agencies"), pointer + "/agencies", (agency, _) -> agency(agency)),
        anchors(party.path("tls"), pointer + "/tls"),
        optional(party.path("signing")).map(node -> signing(node, pointer + "/signing")),
        provider(party.path("identity-provider"), pointer + "/identity-provider"),
        Values.map(party.path("clients"), pointer + "/clients", (client, _) -> client(client)),
        Values.limits(party.path("limits")),
        auditing(party, pointer),
        optional(party.path("revocation")).map(node -> revocation(node, pointer + "/revocation")));
  }

  private static Optional<JsonNode> optional(JsonNode node) {
    return node.isMissingNode() ? Optional.empty() : Optional.of(node);
  }

  private Anchors anchors(JsonNode owner, String pointer) {
    Set<X509Certificate> certificates = new LinkedHashSet<>();
    JsonNode named = owner.path(ANCHORS);
    for (int i = 0; i < named.size(); i++) {
      String own = pointer + "/" + ANCHORS + "/" + i;
      certificates.addAll(files.read(named.path(i).asText(), own));
    }
    return new Anchors(certificates);
  }

  private static Agency agency(JsonNode agency) {
    return new Agency(
        Values.text(agency, "client-of"),
        Values.texts(agency.path("roles")),
        optional(agency.path("limits")).map(Values::limits));
  }

  private Signing signing(JsonNode signing, String pointer) {
    return new Signing(
        anchors(signing, pointer),
        Values.texts(signing.path("signers")),
        Values.duration(signing, "longest-validity"));
  }

  private IdentityProvider provider(JsonNode provider, String pointer) {
    String issuer = provider.path("issuer").asText();
    return new IdentityProvider(
        issuer,
        Values.text(provider, "url").orElse(issuer),
        provider.path("audience").asText(),
        provider.path("algorithm").asText(),
        anchors(provider, pointer));
  }

  private static Client client(JsonNode client) {
    return new Client(
        Values.text(client, "purpose"),
        Values.text(client, "legal-basis"),
        Values.text(client, "agency"),
        Values.text(client, "role"),
        client.path("sequence").asText().equals("required"),
        Values.limits(client.path("limits")));
  }

  private Auditing auditing(JsonNode party, String pointer) {
    JsonNode console = party.path("console");
    return new Auditing(
        Values.texts(party.path("joint-auditors")),
        !console.isMissingNode(),
        values.hours(console.path("hours"), pointer + "/console/hours"),
        optional(party.path("time-stamp")).map(node -> timeStamps(node, pointer + "/time-stamp")));
  }

  private TimeStampAuthority timeStamps(JsonNode authority, String pointer) {
    return new TimeStampAuthority(
        URI.create(authority.path("url").asText()),
        anchors(authority, pointer),
        Values.text(authority, "policy"));
  }

  private Revocation revocation(JsonNode revocation, String pointer) {
    List<Source> sources = new ArrayList<>();
    JsonNode named = revocation.path("sources");
    for (int i = 0; i < named.size(); i++) {
      sources.add(source(named.path(i), pointer + "/sources/" + i));
    }
    return new Revocation(
        sources, Values.duration(revocation, "max-age"), Values.duration(revocation, "grace"));
  }

  private Source source(JsonNode source, String pointer) {
    var authority =
        new Anchors(files.read(source.path("authority").asText(), pointer + "/authority"));
    return Values.text(source, "url")
        .<Source>map(url -> new Source.At(authority, URI.create(url)))
        .orElseGet(() -> new Source.In(authority, files.lasting(source.path("file").asText())));
  }
}
