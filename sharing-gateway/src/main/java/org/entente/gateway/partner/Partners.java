package org.entente.gateway.partner;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entente.gateway.partner.ExchangeConfig.ClientConfig;
import org.entente.gateway.partner.ExchangeConfig.PartnerConfig;
import org.entente.gateway.partner.ExchangeConfig.Sequence;
import org.entente.kit.manifest.ManifestVerifier;
import org.entente.kit.manifest.PartnerId;
import org.entente.kit.manifest.PartnerTrust;
import org.entente.kit.manifest.Revocation;
import org.entente.kit.manifest.SignerUrn;
import org.entente.kit.manifest.SigningTrust;
import org.entente.kit.sequence.SequenceVerifier;

/** The registered partners, read once at start. Thread-safe. */
@ApplicationScoped
public class Partners {

  private final Map<String, PartnerConfig> partners;
  private final Map<String, Map<String, Client>> clients = new HashMap<>();
  private final Optional<String> legalBasis;

  Partners(ExchangeConfig config) {
    this.partners = Map.copyOf(config.partners());
    this.legalBasis = config.legalBasis();
    partners.forEach((id, partner) -> {
      Seats.requireAlike(id, partner);
      Map<String, Client> registered = new HashMap<>();
      partner.clients().forEach((name, c) -> registered.put(name, client(name, c)));
      clients.put(id, registered);
    });
  }

  private Client client(String name, ClientConfig config) {
    return new Client(
        config.purpose(),
        config.legalBasis().or(() -> legalBasis),
        Seats.of(config, name),
        config.sequence() == Sequence.REQUIRED);
  }

  /** The registered client, or empty: a certificate and a token are not yet a registration. */
  public Optional<Client> client(String partner, String client) {
    return Optional.ofNullable(clients.get(partner)).map(registered -> registered.get(client));
  }

  /** The one verifier of submission manifests. */
  @Produces
  @Singleton
  ManifestVerifier verifier(SigningTrust trust) {
    return new ManifestVerifier(trust);
  }

  /** The one verifier of the numbers clients give their requests. */
  @Produces
  @Singleton
  SequenceVerifier sequenceVerifier(SigningTrust trust) {
    return new SequenceVerifier(trust);
  }

  /** Whose signatures count; manifests and statements share the paths it has found. */
  @Produces
  @Singleton
  SigningTrust signingTrust(Clock clock) {
    List<PartnerTrust> trust = new ArrayList<>();
    partners.forEach((id, partner) -> trust.add(trust(new PartnerId(id), partner)));
    return new SigningTrust(trust, Revocation.none(), clock);
  }

  /** The one judge of TLS certificates. */
  @Produces
  @Singleton
  TlsTrust tlsTrust(Clock clock) {
    Map<String, Set<X509Certificate>> anchors = new HashMap<>();
    partners.forEach((id, p) -> anchors.put(id, PemCertificates.in(p.tlsAnchors())));
    return new TlsTrust(anchors, clock);
  }

  private static PartnerTrust trust(PartnerId id, PartnerConfig partner) {
    Set<SignerUrn> signers = new HashSet<>();
    for (String urn : partner.signers().orElse(List.of())) {
      signers.add(
          SignerUrn.of(urn)
              .orElseThrow(() -> new IllegalArgumentException(urn + " is no signer's URN")));
    }
    var anchors = PemCertificates.in(partner.signingAnchors());
    return new PartnerTrust(id, anchors, signers, partner.maxManifestLifetime());
  }
}
