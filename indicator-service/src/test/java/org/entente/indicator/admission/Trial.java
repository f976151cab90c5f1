package org.entente.indicator.admission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.entente.indicator.admission.Verdict.Failed;
import org.entente.indicator.envelope.EnvelopeReader;
import org.entente.indicator.exchange.Stix;
import org.entente.indicator.stix.FaultCode;
import org.entente.indicator.warning.WarningLists;
import org.entente.stix.marking.Recipient;
import org.entente.stix.marking.Tlp;
import org.entente.stix.release.Reader;
import org.entente.stix.release.Recipients;
import org.entente.stix.release.ReleaseRule;
import org.entente.stix.rule.Profile;
import org.entente.stix.rule.Validator;

/// Objects of Korea's come to a decision, released to whoever a test names; the EU by default.
final class Trial {
  static final long NOW = 1_000_000;
  static final String V1 = "2026-11-01T00:00:00.000Z";
  static final String V2 = "2026-11-02T00:00:00.000Z";
  static final String V3 = "2026-11-03T00:00:00.000Z";
  static final Recipients EVERYONE = new Recipients.Everyone();

  final Ledger ledger = new Ledger();
  final DateSequence dates = new DateSequence(0, NOW);
  final AdmissionRule rule;
  private final AtomicLong ids = new AtomicLong();

  Trial() {
    rule = new AdmissionRule("kr", ledger, dates, ids::incrementAndGet);
  }

  static final String EU_IDENTITY = "identity--8e6d5c4b-3a29-4180-8f7e-6d5c4b3a2918";

  void assertFails(FaultCode code, String object) {
    Failed failed = assertInstanceOf(Failed.class, decide(object).getFirst());
    assertEquals(code.name(), failed.faults().getFirst().code());
  }

  List<Verdict> decide(String... objects) {
    return rule.decide(offers(objects), to(EVERYONE, "eu"));
  }

  static List<Offer> offers(String... objects) {
    byte[] body = Stix.envelope(objects).getBytes(StandardCharsets.UTF_8);
    Offers offers =
        new Offers(
            identity -> identity.equals(EU_IDENTITY) ? Optional.of("eu") : Optional.empty(),
            Validator.of(Profile.STRICT_GOV),
            WarningLists.NONE);
    return offers.of(EnvelopeReader.read(body, 100), "kr");
  }

  /// Whom a collection of these partners reaches.
  static Reach to(Recipients recipients, String... partners) {
    List<Reader> readers = Arrays.stream(partners).map(Recipient::partner).map(Reader::at).toList();
    return new Reach(new ReleaseRule(named(partners), recipients, Tlp.CLEAR), readers);
  }

  private static Set<Recipient> named(String... partners) {
    return Arrays.stream(partners).map(Recipient::partner).collect(Collectors.toSet());
  }
}
