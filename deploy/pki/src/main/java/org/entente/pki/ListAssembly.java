package org.entente.pki;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.x509.CRLNumber;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.IssuingDistributionPoint;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.entente.pki.ListTemplate.Oddity;

/** Turns a template into a signed list. */
final class ListAssembly {

  private static final ASN1ObjectIdentifier UNKNOWN = new ASN1ObjectIdentifier("1.3.6.1.4.1.99999");

  static byte[] list(ListTemplate template, Assembly.Issuer issuer, Instant now) {
    var builder = new X509v2CRLBuilder(issuer.name(), Date.from(now.plus(template.from())));
    template.to().ifPresent(end -> builder.setNextUpdate(Date.from(now.plus(end))));
    try {
      for (var certificate : template.revoked()) {
        revoke(builder, certificate, template, now);
      }
      extend(builder, template);
      var signer =
          new JcaContentSignerBuilder(issuer.kind().signatureAlgorithm()).build(issuer.key());
      return builder.build(signer).getEncoded();
    } catch (IOException e) {
      throw new UncheckedIOException("the template cannot be encoded: " + template, e);
    } catch (OperatorCreationException e) {
      throw new IllegalStateException("the authority's key signs", e);
    }
  }

  private static void revoke(
      X509v2CRLBuilder builder, X509Certificate certificate, ListTemplate template, Instant now)
      throws IOException {
    var since = Date.from(now.minus(Duration.ofHours(1)));
    if (template.oddities().contains(Oddity.UNKNOWN_CRITICAL_ENTRY)) {
      var odd = new Extensions(new Extension(UNKNOWN, true, DERNull.INSTANCE.getEncoded()));
      builder.addCRLEntry(certificate.getSerialNumber(), since, odd);
    } else {
      builder.addCRLEntry(certificate.getSerialNumber(), since, CRLReason.keyCompromise);
    }
  }

  private static void extend(X509v2CRLBuilder builder, ListTemplate template) throws IOException {
    if (template.number().isPresent()) {
      var number = new CRLNumber(BigInteger.valueOf(template.number().get()));
      builder.addExtension(Extension.cRLNumber, false, number);
    }
    for (var oddity : template.oddities()) {
      switch (oddity) {
        case DELTA ->
            builder.addExtension(Extension.deltaCRLIndicator, true, new CRLNumber(BigInteger.ONE));
        case INDIRECT ->
            builder.addExtension(Extension.issuingDistributionPoint, true, point(true));
        case PARTIAL ->
            builder.addExtension(Extension.issuingDistributionPoint, true, point(false));
        case UNKNOWN_CRITICAL -> builder.addExtension(UNKNOWN, true, DERNull.INSTANCE);
        case UNKNOWN_CRITICAL_ENTRY -> {}
      }
    }
  }

  private static IssuingDistributionPoint point(boolean indirect) {
    return new IssuingDistributionPoint(null, false, !indirect, null, indirect, false);
  }

  private ListAssembly() {}
}
