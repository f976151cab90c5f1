package org.entente.pki;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.security.cert.CertificateEncodingException;
import java.time.Clock;
import java.util.Date;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampResponseGenerator;
import org.bouncycastle.tsp.TimeStampTokenGenerator;

/**
 * Makes time stamps (RFC 3161). Thread-safe.
 *
 * @param credential with a key on P-256 and a certificate for time stamps
 * @param clock whose time it states, in seconds
 */
public record TimeStamper(Credential credential, Clock clock) {

  /** Under which it issues. */
  public static final String POLICY = "1.3.6.1.4.1.99999.1.1";

  static final String ALGORITHM = KeyKind.P256.signatureAlgorithm();

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int SERIAL_BITS = 64;

  /**
   * The answer to a query, DER both.
   *
   * @throws IllegalArgumentException when it is no query
   */
  public byte[] answer(byte[] query) {
    try {
      return answer(new TimeStampRequest(query));
    } catch (IOException e) {
      throw new IllegalArgumentException("no time-stamp query", e);
    }
  }

  byte[] answer(TimeStampRequest request) {
    try {
      var serial = new BigInteger(SERIAL_BITS, RANDOM);
      return new TimeStampResponseGenerator(tokens(), TSPAlgorithms.ALLOWED)
          .generate(request, serial, Date.from(clock.instant()))
          .getEncoded();
    } catch (TSPException e) {
      throw new IllegalStateException("the certificate is not one for time stamps", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private TimeStampTokenGenerator tokens() throws TSPException {
    try {
      var sha256 =
          new JcaDigestCalculatorProviderBuilder()
              .build()
              .get(new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256));
      var signer =
          new JcaSimpleSignerInfoGeneratorBuilder()
              .build(ALGORITHM, credential.key(), credential.leaf());
      var tokens = new TimeStampTokenGenerator(signer, sha256, new ASN1ObjectIdentifier(POLICY));
      tokens.addCertificates(new JcaCertStore(credential.chain()));
      return tokens;
    } catch (OperatorCreationException | CertificateEncodingException e) {
      throw new IllegalStateException("the credential cannot sign", e);
    }
  }
}
