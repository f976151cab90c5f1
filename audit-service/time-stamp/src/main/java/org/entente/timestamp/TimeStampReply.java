package org.entente.timestamp;

import java.io.IOException;
import java.security.MessageDigest;
import java.util.Objects;
import org.bouncycastle.asn1.cmp.PKIStatus;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampResponse;
import org.bouncycastle.tsp.TimeStampToken;
import org.entente.timestamp.TimeStampRejected.Reason;

/**
 * The answer of a time-stamp authority (RFC 3161 section 2.4.2), untrusted until verified. It is
 * kept as it came: {@code openssl ts -verify} reads these bytes.
 */
public final class TimeStampReply {

  /** What it is served as. */
  public static final String MEDIA_TYPE = "application/timestamp-reply";

  /** Longest answer that is read, in bytes; with a post-quantum chain it has some 30 000. */
  public static final int MAX_BYTES = 128 * 1024;

  private final TimeStampResponse response;

  private TimeStampReply(TimeStampResponse response) {
    this.response = response;
  }

  /**
   * Reads an answer.
   *
   * @throws TimeStampRejected with {@code REPLY_MALFORMED}
   */
  public static TimeStampReply parse(byte[] der) {
    if (der.length > MAX_BYTES) {
      throw new TimeStampRejected(Reason.REPLY_MALFORMED, der.length + " bytes");
    }
    try {
      return new TimeStampReply(new TimeStampResponse(der));
    } catch (IOException | TSPException | RuntimeException e) { // ASN.1 objects throw either kind
      throw new TimeStampRejected(Reason.REPLY_MALFORMED, "no time-stamp reply: " + e.getMessage());
    }
  }

  /**
   * Judges the answer to a question just asked. Whether the time is plausible is left to the
   * caller, who has a clock.
   *
   * @param content what was to be stamped
   * @throws TimeStampRejected when it proves nothing
   */
  public ProvenTime verify(TimeStampRequest asked, byte[] content, TimeStampTrust trust) {
    var info = granted().getTimeStampInfo();
    if (!Objects.equals(info.getNonce(), asked.asn1().getNonce())) {
      throw new TimeStampRejected(Reason.NONCE_MISMATCH, "the answer to another question");
    }
    var proven = verify(content, trust);
    try {
      response.validate(asked.asn1());
    } catch (TSPException | RuntimeException e) {
      throw new TimeStampRejected(Reason.NOT_GRANTED, "not what was asked for: " + e.getMessage());
    }
    return proven;
  }

  /**
   * Judges an answer that was kept: what it stamps, its policy, its signature, and whether its
   * certificate was, at the stated time, one for time stamps and of a trusted authority.
   *
   * @param content what it is said to stamp
   * @throws TimeStampRejected when it proves nothing
   */
  public ProvenTime verify(byte[] content, TimeStampTrust trust) {
    var token = granted();
    var info = token.getTimeStampInfo();
    if (!TSPAlgorithms.SHA256.equals(info.getMessageImprintAlgOID())
        || !MessageDigest.isEqual(
            TimeStampRequest.sha256(content), info.getMessageImprintDigest())) {
      throw new TimeStampRejected(Reason.IMPRINT_MISMATCH, "a stamp of something else");
    }
    var policy = info.getPolicy().getId();
    if (trust.policy().isPresent() && !trust.policy().get().equals(policy)) {
      throw new TimeStampRejected(Reason.POLICY_MISMATCH, "issued under policy " + policy);
    }
    var signer = new TokenSigner(token).verify(trust);
    return new ProvenTime(
        info.getGenTime().toInstant(), signer, info.getSerialNumber().toString(), policy);
  }

  private TimeStampToken granted() {
    var status = response.getStatus();
    var token = response.getTimeStampToken();
    if (token == null || (status != PKIStatus.GRANTED && status != PKIStatus.GRANTED_WITH_MODS)) {
      throw new TimeStampRejected(
          Reason.NOT_GRANTED,
          "status " + status + ": " + Objects.requireNonNullElse(response.getStatusString(), "-"));
    }
    return token;
  }
}
