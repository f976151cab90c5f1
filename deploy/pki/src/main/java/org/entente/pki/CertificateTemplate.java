package org.entente.pki;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;

/**
 * What a certificate is to say. Start from one of the factories, which give what the exchange
 * accepts, and change one thing with a {@code with…} method to get what it must refuse.
 *
 * @param subject distinguished name
 * @param names subject alternative names; none: no such extension
 * @param usages extended key usages; none: no such extension
 * @param authority whether the certificate may issue others
 * @param key kind of key made for it
 * @param validity window relative to the authority's clock
 */
public record CertificateTemplate(
    X500Name subject,
    List<GeneralName> names,
    List<KeyPurposeId> usages,
    boolean authority,
    KeyKind key,
    Validity validity) {

  /** RFC 9336: signing of documents by people and systems. */
  static final KeyPurposeId DOCUMENT_SIGNING =
      KeyPurposeId.getInstance(new ASN1ObjectIdentifier("1.3.6.1.5.5.7.3.36"));

  /** Validity as offsets from the moment of issue; negative: in the past. */
  public record Validity(Duration from, Duration to) {
    /**
     * Backdated five minutes, so that a clock slightly behind does not refuse a fresh certificate.
     */
    static final Validity USUAL = new Validity(Duration.ofMinutes(-5), Duration.ofDays(30));

    Instant notBefore(Instant now) {
      return now.plus(from);
    }

    Instant notAfter(Instant now) {
      return now.plus(to);
    }
  }

  public CertificateTemplate {
    names = List.copyOf(names);
    usages = List.copyOf(usages);
  }

  /** An authority that may issue certificates. */
  public static CertificateTemplate authority(String organisation, String name) {
    return new CertificateTemplate(
        dn(organisation, name), List.of(), List.of(), true, KeyKind.P256, Validity.USUAL);
  }

  /** A partner's TLS client certificate: SAN URI {@code urn:entente:client:<party>:<id>}. */
  public static CertificateTemplate client(String party, String clientId) {
    var urn = "urn:entente:client:" + party + ":" + clientId;
    return leaf(party, clientId, List.of(uri(urn)), List.of(KeyPurposeId.id_kp_clientAuth));
  }

  /** A partner's signing certificate: SAN URI {@code urn:entente:signer:<party>:<name>}. */
  public static CertificateTemplate signer(String party, String name) {
    var urn = "urn:entente:signer:" + party + ":" + name;
    return leaf(party, name, List.of(uri(urn)), List.of(DOCUMENT_SIGNING));
  }

  /** A certificate that signs time stamps and nothing else. */
  public static CertificateTemplate timeStamper(String organisation) {
    return leaf(
        organisation,
        organisation + " Time Stamps",
        List.of(),
        List.of(KeyPurposeId.id_kp_timeStamping));
  }

  /** A service's certificate, for both ends of a connection on this machine. */
  public static CertificateTemplate service(String name) {
    var names =
        List.of(
            uri("urn:entente:service:" + name),
            new GeneralName(GeneralName.dNSName, "localhost"),
            new GeneralName(GeneralName.iPAddress, "127.0.0.1"));
    return leaf(
        "exchange",
        name,
        names,
        List.of(KeyPurposeId.id_kp_serverAuth, KeyPurposeId.id_kp_clientAuth));
  }

  private static CertificateTemplate leaf(
      String organisation, String name, List<GeneralName> names, List<KeyPurposeId> usages) {
    return new CertificateTemplate(
        dn(organisation, name), names, usages, false, KeyKind.P256, Validity.USUAL);
  }

  public CertificateTemplate withKey(KeyKind other) {
    return new CertificateTemplate(subject, names, usages, authority, other, validity);
  }

  /** The same, valid from and to the given offsets from the moment of issue. */
  public CertificateTemplate withValidity(Duration from, Duration to) {
    return new CertificateTemplate(subject, names, usages, authority, key, new Validity(from, to));
  }

  /** The same with exactly these SAN URIs and no other alternative name. */
  public CertificateTemplate withUris(String... uris) {
    var replaced = List.of(uris).stream().map(CertificateTemplate::uri).toList();
    return new CertificateTemplate(subject, replaced, usages, authority, key, validity);
  }

  public CertificateTemplate withUsages(KeyPurposeId... replaced) {
    return new CertificateTemplate(subject, names, List.of(replaced), authority, key, validity);
  }

  /** The same names in a certificate that claims to be an authority. */
  public CertificateTemplate asAuthority() {
    return new CertificateTemplate(subject, names, usages, true, key, validity);
  }

  int keyUsage() {
    return authority ? KeyUsage.keyCertSign | KeyUsage.cRLSign : KeyUsage.digitalSignature;
  }

  private static GeneralName uri(String value) {
    return new GeneralName(GeneralName.uniformResourceIdentifier, value);
  }

  private static X500Name dn(String organisation, String name) {
    return new X500Name("O=Entente " + organisation + ",CN=" + name);
  }
}
