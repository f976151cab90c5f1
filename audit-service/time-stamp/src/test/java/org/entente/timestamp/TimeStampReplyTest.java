package org.entente.timestamp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Random;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.entente.pki.CertificateTemplate;
import org.entente.pki.Credential;
import org.entente.pki.HostileTimeStamps;
import org.entente.pki.Party;
import org.entente.pki.Pki;
import org.entente.pki.TimeStamper;
import org.entente.timestamp.TimeStampRejected.Reason;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an authority may answer, and what is believed of it. */
@SuppressWarnings("NullAway.Init") // filled before each test
class TimeStampReplyTest {

  private static final byte[] CONTENT = "log.example/2026\n7\nAAAA\n".getBytes(UTF_8);
  private static final BigInteger NONCE = new BigInteger("1234567890123456789");

  @TempDir Path folder;
  private Party korea;
  private TimeStampTrust trust;
  private TimeStamper stamper;
  private final TimeStampRequest asked = TimeStampRequest.of(CONTENT, NONCE, Optional.empty());

  @BeforeEach
  void an_authority() throws IOException {
    korea = Pki.create(folder, Clock.systemUTC(), "kr", "eu").party("kr");
    trust = trust(korea);
    stamper = new TimeStamper(korea.timeStamper(), Clock.systemUTC());
  }

  private static TimeStampTrust trust(Party party) throws IOException {
    try (var pem = Files.newInputStream(party.timeStampAnchor())) {
      return TimeStampTrust.ofPem(pem);
    }
  }

  @Test
  void an_honest_answer_proves_when_the_content_existed() {
    var before = Instant.now().minusSeconds(1);
    var proven = verify(stamper.answer(asked.toByteArray()));

    assertTrue(!proven.time().isBefore(before) && !proven.time().isAfter(Instant.now()));
    assertTrue(proven.authority().contains("kr Time Stamps"), proven.authority());
    assertEquals(TimeStamper.POLICY, proven.policy());
  }

  @Test
  void what_was_kept_is_verified_without_the_question() {
    var kept = stamper.answer(asked.toByteArray());

    var proven = TimeStampReply.parse(kept).verify(CONTENT, trust);

    assertEquals(TimeStamper.POLICY, proven.policy());
  }

  @Test
  void an_authority_below_the_anchor_may_vouch() {
    var below = korea.subordinateTimeStamps("kr Time Stamp Sub CA");
    var credential = below.issue(CertificateTemplate.timeStamper("kr"));

    verify(new TimeStamper(credential, Clock.systemUTC()).answer(asked.toByteArray()));
  }

  @Test
  void the_answer_to_another_question_is_refused() {
    var hostile = new HostileTimeStamps(stamper);

    assertRefused(Reason.NONCE_MISMATCH, hostile.ofAnotherNonce(asked.toByteArray()));
    assertRefused(Reason.IMPRINT_MISMATCH, hostile.ofAnotherContent(asked.toByteArray()));
  }

  @Test
  void a_stamp_of_another_content_is_refused_years_later() {
    var kept = TimeStampReply.parse(stamper.answer(asked.toByteArray()));

    var refused =
        assertThrows(TimeStampRejected.class, () -> kept.verify("other\n".getBytes(UTF_8), trust));

    assertEquals(Reason.IMPRINT_MISMATCH, refused.reason());
  }

  @Test
  void another_policy_than_the_trusted_one_is_refused() {
    var strict = new TimeStampTrust(trust.anchors(), Optional.of("1.2.3.4"));
    var kept = TimeStampReply.parse(stamper.answer(asked.toByteArray()));

    var refused = assertThrows(TimeStampRejected.class, () -> kept.verify(CONTENT, strict));

    assertEquals(Reason.POLICY_MISMATCH, refused.reason());
    kept.verify(CONTENT, new TimeStampTrust(trust.anchors(), Optional.of(TimeStamper.POLICY)));
  }

  @Test
  void a_certificate_of_another_authority_is_refused() {
    var other = Pki.create(folder.resolve("other"), Clock.systemUTC(), "kr").party("kr");

    assertRefused(Reason.AUTHORITY_UNKNOWN, by(other.timeStamper()));
  }

  @Test
  void a_certificate_that_had_run_out_or_not_begun_is_refused() {
    var template = CertificateTemplate.timeStamper("kr");
    var expired = template.withValidity(Duration.ofDays(-9), Duration.ofDays(-1));
    var early = template.withValidity(Duration.ofDays(1), Duration.ofDays(9));

    assertRefused(Reason.CERTIFICATE_UNFIT, by(korea.timeStamper(expired)));
    assertRefused(Reason.CERTIFICATE_UNFIT, by(korea.timeStamper(early)));
  }

  @Test
  void a_certificate_that_is_valid_now_but_was_not_then_is_refused() {
    var past = Clock.fixed(Instant.now().minus(Duration.ofDays(400)), ZoneOffset.UTC);
    var credential = korea.timeStamper();

    assertRefused(
        Reason.CERTIFICATE_UNFIT, new TimeStamper(credential, past).answer(asked.toByteArray()));
  }

  @Test
  void a_certificate_for_anything_else_is_refused() {
    var template = CertificateTemplate.timeStamper("kr");
    var client = template.withUsages(KeyPurposeId.id_kp_clientAuth);
    var both = template.withUsages(KeyPurposeId.id_kp_timeStamping, KeyPurposeId.id_kp_clientAuth);
    var none = template.withUsages();
    for (var unfit : new CertificateTemplate[] {client, both, none}) {
      var answer =
          new HostileTimeStamps(stamper).signedBy(korea.timeStamper(unfit), asked.toByteArray());
      assertRefused(Reason.CERTIFICATE_UNFIT, answer);
    }
  }

  @Test
  void the_same_made_with_a_fit_certificate_is_accepted() {
    var answer = new HostileTimeStamps(stamper).signedBy(korea.timeStamper(), asked.toByteArray());

    verify(answer);
  }

  @Test
  void a_refusal_or_garbage_is_refused() {
    assertRefused(Reason.REPLY_MALFORMED, new byte[0]);
    assertRefused(Reason.REPLY_MALFORMED, "<html>".getBytes(UTF_8));
    assertRefused(Reason.REPLY_MALFORMED, new byte[TimeStampReply.MAX_BYTES + 1]);
    assertRefused(Reason.NOT_GRANTED, new byte[] {0x30, 0x05, 0x30, 0x03, 0x02, 0x01, 0x02});
  }

  @Test
  void an_answer_with_any_byte_changed_proves_no_other_time() {
    var good = stamper.answer(asked.toByteArray());
    var time = verify(good).time();
    for (var at = 0; at < good.length; at++) {
      var changed = good.clone();
      changed[at] ^= 1;
      try {
        assertEquals(time, verify(changed).time(), "byte " + at);
      } catch (TimeStampRejected e) {
        assertTrue(e.detail().length() <= 303, e.detail());
      }
    }
  }

  @Test
  void any_garbage_is_refused_and_nothing_else_happens() {
    var random = new Random(7);
    var good = stamper.answer(asked.toByteArray());
    for (var round = 0; round < 2_000; round++) {
      var changed = good.clone();
      for (var i = 0; i < 1 + random.nextInt(6); i++) {
        changed[random.nextInt(changed.length)] = (byte) random.nextInt();
      }
      try {
        verify(changed);
      } catch (TimeStampRejected e) {
        assertTrue(e.detail().chars().noneMatch(Character::isISOControl));
      }
    }
  }

  private ProvenTime verify(byte[] answer) {
    return TimeStampReply.parse(answer).verify(asked, CONTENT, trust);
  }

  private byte[] by(Credential credential) {
    return new TimeStamper(credential, Clock.systemUTC()).answer(asked.toByteArray());
  }

  private void assertRefused(Reason reason, byte[] answer) {
    var refused = assertThrows(TimeStampRejected.class, () -> verify(answer));
    assertEquals(reason, refused.reason(), refused.detail());
  }
}
