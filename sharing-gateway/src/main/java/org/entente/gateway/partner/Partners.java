package org.entente.gateway.partner;

import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.entente.agreement.Agreement;
import org.entente.agreement.Party;
import org.entente.agreement.Party.IdentityProvider;
import org.entente.agreement.Party.Signing;
import org.entente.kit.manifest.ManifestVerifier;
import org.entente.kit.manifest.PartnerId;
import org.entente.kit.manifest.PartnerTrust;
import org.entente.kit.manifest.Revocation;
import org.entente.kit.manifest.Sha256;
import org.entente.kit.manifest.SignerUrn;
import org.entente.kit.manifest.SigningTrust;
import org.entente.kit.sequence.SequenceVerifier;

/**
 * The registered partners under one agreement: who they are, and the verifiers of all that must be
 * theirs. One request meets one of these, whatever changes meanwhile. Thread-safe.
 */
public final class Partners {

  private final Agreement agreement;
  private final Map<String, Map<String, Client>> clients = new HashMap<>();
  private final Map<String, String> byIssuer = new HashMap<>();
  private final Map<String, String> providers = new HashMap<>();
  private final TlsTrust tls;
  private final ManifestVerifier manifests;
  private final SequenceVerifier numbers;

  Partners(Agreement agreement, Revocation revocation, Clock clock) {
    this.agreement = agreement;
    List<PartnerTrust> trust = new ArrayList<>();
    Map<String, Set<X509Certificate>> anchors = new HashMap<>();
    agreement
        .parties()
        .forEach((id, party) -> {
          clients.put(id, clients(party));
          byIssuer.put(party.provider().issuer(), id);
          providers.put(id, id + "." + digest(party.provider()));
          anchors.put(id, party.tls().certificates());
          party.signing().ifPresent(signing -> trust.add(trust(new PartnerId(id), signing)));
        });
    this.tls = new TlsTrust(anchors, clock);
    // Manifests and statements share the paths it has found.
    var signing = new SigningTrust(trust, revocation, clock);
    this.manifests = new ManifestVerifier(signing);
    this.numbers = new SequenceVerifier(signing);
  }

  private Map<String, Client> clients(Party party) {
    return party.clients().entrySet().stream()
        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, each -> client(each.getValue())));
  }

  private Client client(Party.Client client) {
    return new Client(
        client.purpose(),
        client.legalBasis().or(agreement::legalBasis),
        new Seat(client.agency(), client.role()),
        client.counts());
  }

  private static PartnerTrust trust(PartnerId id, Signing signing) {
    Set<SignerUrn> signers = new HashSet<>();
    for (String urn : signing.signers()) {
      signers.add(SignerUrn.of(urn).orElseThrow());
    }
    return new PartnerTrust(
        id, signing.anchors().certificates(), signers, signing.longestValidity());
  }

  /** What was agreed. */
  public Agreement agreement() {
    return agreement;
  }

  /** The registered client, or empty: a certificate and a token are not yet a registration. */
  public Optional<Client> client(String partner, String client) {
    return Optional.ofNullable(clients.get(partner)).map(registered -> registered.get(client));
  }

  /** The partner whose identity provider this issuer is. */
  public Optional<String> partnerOf(String issuer) {
    return Optional.ofNullable(byIssuer.get(issuer));
  }

  /** Base64url SHA-256 of all that is agreed on about it. */
  private static String digest(IdentityProvider provider) {
    var agreed =
        String.join(
            " ", provider.issuer(), provider.url(), provider.anchors().digests().toString());
    return Sha256.of(agreed.getBytes(StandardCharsets.UTF_8)).base64Url();
  }

  /**
   * The name of this partner's identity provider, another one when something else is agreed on
   * about it; empty when there is no such partner. A partner's id has no dot.
   */
  public Optional<String> providerOf(String partner) {
    return Optional.ofNullable(providers.get(partner));
  }

  /** The identity providers' issuers. */
  public Set<String> issuers() {
    return Set.copyOf(byIssuer.keySet());
  }

  /** The judge of TLS certificates. */
  public TlsTrust tls() {
    return tls;
  }

  /** The verifier of submission manifests. */
  public ManifestVerifier manifests() {
    return manifests;
  }

  /** The verifier of the numbers clients give their requests. */
  public SequenceVerifier numbers() {
    return numbers;
  }
}
