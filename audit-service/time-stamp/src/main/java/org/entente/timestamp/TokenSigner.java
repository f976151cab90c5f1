package org.entente.timestamp;

import java.security.GeneralSecurityException;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertStore;
import java.security.cert.CertificateException;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.SignerInformationVerifier;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TSPUtil;
import org.bouncycastle.tsp.TSPValidationException;
import org.bouncycastle.tsp.TimeStampToken;
import org.bouncycastle.util.Selector;
import org.entente.timestamp.TimeStampRejected.Reason;

/**
 * Who signed a token, and whether it was to be believed then (RFC 3161 sections 2.3 and 2.4.2, RFC
 * 5280 section 6). Revocation is not looked at: the token alone does not tell of it.
 */
record TokenSigner(TimeStampToken token) {

  /** Handed on explicitly, never installed: what else runs in this process keeps its own. */
  private static final BouncyCastleProvider PROVIDER = new BouncyCastleProvider();

  /** SHA-1 and older: a forger could have made another content of the same digest. */
  private static final Set<String> DIGESTS =
      Set.of(
          NISTObjectIdentifiers.id_sha256.getId(),
          NISTObjectIdentifiers.id_sha384.getId(),
          NISTObjectIdentifiers.id_sha512.getId());

  /** The signer's name. */
  String verify(TimeStampTrust trust) {
    try {
      var certificates = certificates(null);
      @SuppressWarnings("unchecked") // a signer id selects certificates, its supertype says any
      Selector<X509CertificateHolder> bySid = token.getSID();
      var signer = certificates(bySid);
      if (signer.size() != 1 || !DIGESTS.contains(digest())) {
        throw new TimeStampRejected(
            Reason.SIGNATURE_INVALID, "no certificate of the signer, or a weak digest");
      }
      requireSignature(signer.getFirst());
      requirePath(signer.getFirst(), certificates, trust);
      return signer.getFirst().getSubjectX500Principal().getName();
    } catch (GeneralSecurityException | RuntimeException e) {
      throw e instanceof TimeStampRejected known
          ? known
          : new TimeStampRejected(Reason.SIGNATURE_INVALID, "unreadable: " + e.getMessage());
    }
  }

  private String digest() {
    return token
        .toCMSSignedData()
        .getSignerInfos()
        .getSigners()
        .iterator()
        .next()
        .getDigestAlgOID();
  }

  private void requireSignature(X509Certificate signer) throws CertificateException {
    try {
      TSPUtil.validateCertificate(holder(signer));
      token.validate(verifier(signer));
    } catch (TSPValidationException e) {
      throw new TimeStampRejected(Reason.CERTIFICATE_UNFIT, String.valueOf(e.getMessage()));
    } catch (TSPException e) {
      throw new TimeStampRejected(Reason.SIGNATURE_INVALID, String.valueOf(e.getMessage()));
    }
  }

  private static X509CertificateHolder holder(X509Certificate certificate)
      throws CertificateException {
    return new org.bouncycastle.cert.jcajce.JcaX509CertificateHolder(certificate);
  }

  private static SignerInformationVerifier verifier(X509Certificate signer) {
    try {
      return new JcaSimpleSignerInfoVerifierBuilder().setProvider(PROVIDER).build(signer);
    } catch (OperatorCreationException e) {
      throw new TimeStampRejected(Reason.SIGNATURE_INVALID, "an unusable key");
    }
  }

  private void requirePath(
      X509Certificate signer, List<X509Certificate> untrusted, TimeStampTrust trust)
      throws GeneralSecurityException {
    var anchors =
        trust.anchors().stream().map(a -> new TrustAnchor(a, null)).collect(Collectors.toSet());
    var target = new X509CertSelector();
    target.setCertificate(signer);
    var parameters = new PKIXBuilderParameters(anchors, target);
    parameters.addCertStore(
        CertStore.getInstance("Collection", new CollectionCertStoreParameters(untrusted)));
    parameters.setRevocationEnabled(false);
    parameters.setDate(Date.from(token.getTimeStampInfo().getGenTime().toInstant()));
    try {
      CertPathBuilder.getInstance("PKIX").build(parameters);
    } catch (CertPathBuilderException e) {
      throw new TimeStampRejected(
          Reason.AUTHORITY_UNKNOWN,
          "no trusted authority vouches for " + signer.getSubjectX500Principal().getName());
    }
  }

  private List<X509Certificate> certificates(
      @org.jspecify.annotations.Nullable Selector<X509CertificateHolder> selector)
      throws CertificateException {
    var converter = new JcaX509CertificateConverter();
    var found = new ArrayList<X509Certificate>();
    for (var holder : token.getCertificates().getMatches(selector)) {
      found.add(converter.getCertificate(holder));
    }
    return found;
  }
}
