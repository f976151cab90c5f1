package org.entente.pki;

import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;

/**
 * A certificate authority that lives in memory. It issues whatever the template says, hostile or
 * not. Thread-safe.
 */
public final class Authority {

  private final Credential credential;
  private final KeyKind kind;
  private final Clock clock;

  private Authority(Credential credential, KeyKind kind, Clock clock) {
    this.credential = credential;
    this.kind = kind;
    this.clock = clock;
  }

  /** A new root. */
  public static Authority root(CertificateTemplate template, Clock clock) {
    return new Authority(selfSigned(template, clock), template.key(), clock);
  }

  /** A certificate that signed itself: nobody vouches for it. */
  public static Credential selfSigned(CertificateTemplate template, Clock clock) {
    var pair = template.key().generate();
    var issuer = new Assembly.Issuer(template.subject(), pair.getPrivate(), template.key());
    var certificate = Assembly.certificate(template, pair.getPublic(), issuer, clock.instant());
    return new Credential(pair.getPrivate(), List.of(certificate));
  }

  /** An authority below this one. */
  public Authority subordinate(CertificateTemplate template) {
    return new Authority(issue(template), template.key(), clock);
  }

  /** A certificate with its key and the authorities above it, the root left out. */
  public Credential issue(CertificateTemplate template) {
    var pair = template.key().generate();
    var chain = new ArrayList<X509Certificate>();
    chain.add(Assembly.certificate(template, pair.getPublic(), issuer(), clock.instant()));
    credential.chain().stream().filter(above -> !isRoot(above)).forEach(chain::add);
    return new Credential(pair.getPrivate(), chain);
  }

  /** A list of what this authority has revoked (RFC 5280 section 5), DER. */
  public byte[] revocationList(ListTemplate template) {
    return ListAssembly.list(template, issuer(), clock.instant());
  }

  /** An authority of the same name with another key: what it signs counts for nothing. */
  public Authority impostor() {
    var organisation = CertificateTemplate.authority("", "");
    var name = X500Name.getInstance(certificate().getSubjectX500Principal().getEncoded());
    var template =
        new CertificateTemplate(
            name,
            organisation.names(),
            organisation.usages(),
            true,
            KeyKind.P256,
            organisation.validity());
    return root(template, clock);
  }

  /** This authority's own certificate: what a verifier is given as its anchor. */
  public X509Certificate certificate() {
    return credential.leaf();
  }

  /** This authority's certificate and key, to be misused as a leaf. */
  public Credential asLeaf() {
    return credential;
  }

  private Assembly.Issuer issuer() {
    var name = X500Name.getInstance(certificate().getSubjectX500Principal().getEncoded());
    return new Assembly.Issuer(name, credential.key(), kind);
  }

  private static boolean isRoot(X509Certificate certificate) {
    return certificate.getSubjectX500Principal().equals(certificate.getIssuerX500Principal());
  }
}
