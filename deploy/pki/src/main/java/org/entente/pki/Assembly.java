package org.entente.pki;

import java.math.BigInteger;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Turns a template into signed X.509 bytes. */
final class Assembly {

  private static final SecureRandom RANDOM = new SecureRandom();

  /** Who signs: the name in the issuer field and the key. */
  record Issuer(X500Name name, PrivateKey key, KeyKind kind) {}

  static X509Certificate certificate(
      CertificateTemplate template, PublicKey subjectKey, Issuer issuer, Instant now) {
    var builder =
        new X509v3CertificateBuilder(
            issuer.name(),
            new BigInteger(127, RANDOM),
            Date.from(template.validity().notBefore(now)),
            Date.from(template.validity().notAfter(now)),
            template.subject(),
            SubjectPublicKeyInfo.getInstance(subjectKey.getEncoded()));
    try {
      extend(builder, template);
      var signer =
          new JcaContentSignerBuilder(issuer.kind().signatureAlgorithm()).build(issuer.key());
      return new JcaX509CertificateConverter().getCertificate(builder.build(signer));
    } catch (CertIOException | OperatorCreationException | CertificateException e) {
      throw new IllegalStateException("the template cannot be encoded: " + template, e);
    }
  }

  private static void extend(X509v3CertificateBuilder builder, CertificateTemplate template)
      throws CertIOException {
    builder.addExtension(
        Extension.basicConstraints, true, new BasicConstraints(template.authority()));
    builder.addExtension(Extension.keyUsage, true, new KeyUsage(template.keyUsage()));
    if (!template.usages().isEmpty()) {
      var usages = template.usages().toArray(KeyPurposeId[]::new);
      // RFC 3161 section 2.3: the only usage, and critical.
      var critical = template.usages().equals(List.of(KeyPurposeId.id_kp_timeStamping));
      builder.addExtension(Extension.extendedKeyUsage, critical, new ExtendedKeyUsage(usages));
    }
    if (!template.names().isEmpty()) {
      var names = new GeneralNames(template.names().toArray(GeneralName[]::new));
      builder.addExtension(Extension.subjectAlternativeName, false, names);
    }
  }

  private Assembly() {}
}
