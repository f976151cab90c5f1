package org.entente.pki;

import java.time.Clock;
import java.time.Duration;
import org.bouncycastle.asn1.x509.KeyPurposeId;

/**
 * Certificates a party's counterpart must refuse, and two unusual ones it must accept ({@link
 * #rsaSigner(String)} and {@link #p384Signer(String)}). Each call issues a fresh one.
 *
 * @param party whose authorities issue them
 * @param clock the authorities' clock
 */
public record HostileCertificates(Party party, Clock clock) {

  private static final Duration DAY = Duration.ofDays(1);

  /** A client certificate that ended an hour ago. */
  public CredentialFiles expiredClient(String clientId) {
    var template = CertificateTemplate.client(party.id(), clientId);
    return party.tls("expired-client", template.withValidity(DAY.negated(), Duration.ofHours(-1)));
  }

  /** A client certificate by an authority nobody here knows, with a registered client's names. */
  public CredentialFiles clientOfUnknownAuthority(String clientId) {
    var unknown = Authority.root(CertificateTemplate.authority("nobody", "Unknown CA"), clock);
    return unknown
        .issue(CertificateTemplate.client(party.id(), clientId))
        .writeTo(party.odd(), "client-of-unknown-authority");
  }

  /** A client certificate of this party that names a service of the exchange. */
  public CredentialFiles clientNamingService(String service) {
    var template = CertificateTemplate.client(party.id(), service);
    return party.tls("client-naming-service", template.withUris("urn:entente:service:" + service));
  }

  /** A client certificate of this party that names another party's client. */
  public CredentialFiles clientNaming(String otherParty, String clientId) {
    return party.tls("client-naming-other", CertificateTemplate.client(otherParty, clientId));
  }

  /** A signer of this party that names another party's signer. */
  public CredentialFiles signerNaming(String otherParty, String name) {
    return party.signing("signer-naming-other", CertificateTemplate.signer(otherParty, name));
  }

  /** A registered signer's names in a certificate that ended an hour ago. */
  public CredentialFiles expiredSigner(String name) {
    return party.signing(
        "expired-signer", signer(name).withValidity(DAY.negated(), Duration.ofHours(-1)));
  }

  /** A registered signer's names in a certificate that begins tomorrow. */
  public CredentialFiles futureSigner(String name) {
    return party.signing("future-signer", signer(name).withValidity(DAY, DAY.multipliedBy(2)));
  }

  /** Right authority, but a signer nobody registered. */
  public CredentialFiles unregisteredSigner() {
    return party.signing("unregistered-signer", signer("nobody-registered"));
  }

  /** A signer by the party's TLS authority. */
  public CredentialFiles signerOfTlsAuthority(String name) {
    return party.tls("signer-of-tls-authority", signer(name));
  }

  /** A signer that may also open TLS connections. */
  public CredentialFiles signerThatIsClient(String name) {
    return party.signing(
        "signer-that-is-client",
        signer(name)
            .withUsages(CertificateTemplate.DOCUMENT_SIGNING, KeyPurposeId.id_kp_clientAuth));
  }

  /** A signer without the usage of signing documents. */
  public CredentialFiles signerWithoutUsage(String name) {
    return party.signing("signer-without-usage", signer(name).withUsages());
  }

  /** A signer that claims to be an authority. */
  public CredentialFiles authorityAsSigner(String name) {
    return party.signing("authority-as-signer", signer(name).asAuthority());
  }

  /** The signing authority itself, used as a leaf. */
  public CredentialFiles signingAuthorityAsSigner() {
    return party.signingAuthority().asLeaf().writeTo(party.odd(), "signing-authority-as-signer");
  }

  /** A registered signer's names, signed by nobody but itself. */
  public CredentialFiles selfSignedSigner(String name) {
    return Authority.selfSigned(signer(name), clock).writeTo(party.odd(), "self-signed-signer");
  }

  /** A registered signer's names under a chain of this many certificates, leaf included. */
  public CredentialFiles signerWithChain(String name, int certificates) {
    var authority = party.signingAuthority();
    for (var i = 2; i < certificates; i++) {
      var above = CertificateTemplate.authority(party.id(), "Sub CA " + i);
      authority = authority.subordinate(above);
    }
    return authority.issue(signer(name)).writeTo(party.odd(), "signer-with-chain-" + certificates);
  }

  /** RSA with 2048 bits: too short. */
  public CredentialFiles weakSigner(String name) {
    return party.signing("weak-signer", signer(name).withKey(KeyKind.RSA2048));
  }

  /** Ed25519: a good key no partner may sign with. */
  public CredentialFiles ed25519Signer(String name) {
    return party.signing("ed25519-signer", signer(name).withKey(KeyKind.ED25519));
  }

  /** Good: RSA with 3072 bits, for PS256. */
  public CredentialFiles rsaSigner(String name) {
    return party.signing("rsa-signer", signer(name).withKey(KeyKind.RSA3072));
  }

  /** Good: P-384, for ES384. */
  public CredentialFiles p384Signer(String name) {
    return party.signing("p384-signer", signer(name).withKey(KeyKind.P384));
  }

  private CertificateTemplate signer(String name) {
    return CertificateTemplate.signer(party.id(), name);
  }
}
