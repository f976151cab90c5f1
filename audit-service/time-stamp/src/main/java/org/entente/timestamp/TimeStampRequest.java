package org.entente.timestamp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TimeStampRequestGenerator;

/**
 * A question to a time-stamp authority (RFC 3161 section 2.4.1): the SHA-256 of the content, a
 * nonce, and that the certificates are wanted in the answer, so that it can be judged alone.
 */
public final class TimeStampRequest {

  /** What it is sent as. */
  public static final String MEDIA_TYPE = "application/timestamp-query";

  private final org.bouncycastle.tsp.TimeStampRequest request;

  private TimeStampRequest(org.bouncycastle.tsp.TimeStampRequest request) {
    this.request = request;
  }

  /**
   * Asks for a stamp of this content.
   *
   * @param nonce unpredictable and used once, 64 bits or more
   * @param policy under which it should be issued, if that matters
   */
  public static TimeStampRequest of(byte[] content, BigInteger nonce, Optional<String> policy) {
    var generator = new TimeStampRequestGenerator();
    generator.setCertReq(true);
    policy.ifPresent(oid -> generator.setReqPolicy(new ASN1ObjectIdentifier(oid)));
    return new TimeStampRequest(generator.generate(TSPAlgorithms.SHA256, sha256(content), nonce));
  }

  /** The DER to send. */
  public byte[] toByteArray() {
    try {
      return request.getEncoded();
    } catch (IOException e) {
      throw new UncheckedIOException("what was built can be encoded", e);
    }
  }

  org.bouncycastle.tsp.TimeStampRequest asn1() {
    return request;
  }

  static byte[] sha256(byte[] content) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(content);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
