package org.entente.indicator.admission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.entente.indicator.admission.Ledger.Owner;
import org.entente.indicator.admission.Verdict.Added;
import org.entente.indicator.admission.Verdict.Failed;
import org.entente.indicator.admission.Verdict.Present;
import org.entente.indicator.admission.Verdict.Release;
import org.entente.indicator.collection.Collection;
import org.entente.indicator.envelope.EnvelopeReader;
import org.entente.indicator.exchange.Stix;
import org.entente.indicator.party.Audience;
import org.entente.indicator.stix.FaultCode;
import org.entente.indicator.warning.WarningLists;
import org.entente.stix.marking.Recipient;
import org.entente.stix.marking.Tlp;
import org.entente.stix.release.Clause;
import org.entente.stix.release.Reader;
import org.entente.stix.release.Recipients;
import org.entente.stix.release.ReleaseRule;
import org.entente.stix.rule.Profile;
import org.entente.stix.rule.Validator;
import org.junit.jupiter.api.Test;

class AdmissionRuleTest {
  private static final long NOW = 1_000_000;
  private static final String V1 = "2026-11-01T00:00:00.000Z";
  private static final String V2 = "2026-11-02T00:00:00.000Z";
  private static final String V3 = "2026-11-03T00:00:00.000Z";
  private static final Recipients EVERYONE = new Recipients.Everyone();
  private static final ReleaseRule EU = to(EVERYONE, "eu");

  private final Ledger ledger = new Ledger();
  private final DateSequence dates = new DateSequence(0, NOW);
  private final AtomicLong ids = new AtomicLong();
  private final AdmissionRule rule = rule("eu");

  @Test
  void a_new_object_is_stored_and_released_with_the_next_date() {
    List<Verdict> verdicts =
        decide(Stix.indicator(Stix.id("indicator")), Stix.indicator(Stix.id("indicator")));

    assertEquals(
        List.of(new Release("eu", NOW)),
        added(verdicts.getFirst()).placement().circle().releases());
    assertEquals(
        List.of(new Release("eu", NOW + 1)),
        added(verdicts.getLast()).placement().circle().releases());
  }

  @Test
  void what_is_withheld_leaves_no_gap_in_the_dates() {
    List<Verdict> verdicts =
        decide(
            Stix.indicator(Stix.id("indicator")),
            Stix.indicator(Stix.id("indicator"), V1, Stix.RED, ""),
            Stix.indicator(Stix.id("indicator")));

    assertTrue(added(verdicts.get(1)).placement().circle().releases().isEmpty());
    assertTrue(
        added(verdicts.get(1)).placement().circle().withheld().equals(Map.of("eu", Clause.TLP)));
    assertEquals(
        List.of(new Release("eu", NOW + 1)),
        added(verdicts.get(2)).placement().circle().releases());
    assertEquals(NOW + 1, dates.last());
  }

  @Test
  void each_audience_has_its_own_run_of_dates() {
    AdmissionRule both = rule("eu", "us");
    Recipients us = new Recipients.Only(Set.of(Recipient.partner("us")));
    both.decide(offers(Stix.indicator(Stix.id("indicator"))), to(us, "eu", "us"));
    List<Offer> next = offers(Stix.indicator(Stix.id("indicator")));
    Verdict second = both.decide(next, to(EVERYONE, "eu", "us")).getFirst();

    assertEquals(
        Set.of(new Release("eu", NOW), new Release("us", NOW + 1)),
        Set.copyOf(added(second).placement().circle().releases()));
  }

  @Test
  void the_same_version_again_is_present_and_not_released_twice() {
    String object = Stix.indicator(Stix.id("indicator"));
    decide(object);

    Present present = assertInstanceOf(Present.class, decide(object).getFirst());
    assertTrue(present.placement().circle().releases().isEmpty());
  }

  @Test
  void what_was_withheld_can_be_released_by_submitting_it_again() {
    String object = Stix.indicator(Stix.id("indicator"));
    ReleaseRule nobody = to(new Recipients.Only(Set.of()), "eu");
    rule.decide(offers(object), nobody);

    Present present = assertInstanceOf(Present.class, decide(object).getFirst());
    assertEquals(List.of(new Release("eu", NOW)), present.placement().circle().releases());
  }

  @Test
  void a_version_never_changes() {
    String id = Stix.id("indicator");
    decide(Stix.indicator(id));

    assertFails(FaultCode.VERSION_CONFLICT, Stix.indicator(id, V1, Stix.AMBER, ""));
    assertInstanceOf(Added.class, decide(Stix.indicator(id, V2, Stix.AMBER, "")).getFirst());
  }

  @Test
  void the_same_version_in_another_spelling_is_the_same_version() {
    String id = Stix.id("url");
    decide(
        "{\"type\":\"url\",\"id\":\""
            + id
            + "\",\"value\":\"https://a.example\",\"x_n\":1.0,\"object_marking_refs\":[\""
            + Stix.GREEN
            + "\"]}");
    String respelled =
        "{ \"object_marking_refs\": [\""
            + Stix.GREEN
            + "\"], \"x_n\":1, \"value\":\"https://a.example\", \"type\":\"\\u0075rl\",\"id\":\""
            + id
            + "\"}";

    assertInstanceOf(Present.class, decide(respelled).getFirst());
    assertFails(FaultCode.VERSION_CONFLICT, respelled.replace(":1,", ":2,"));
  }

  @Test
  void an_observable_never_changes_at_all() {
    String id = Stix.id("url");
    decide(Stix.url(id, "https://a.example"));

    assertInstanceOf(Present.class, decide(Stix.url(id, "https://a.example")).getFirst());
    assertFails(FaultCode.VERSION_CONFLICT, Stix.url(id, "https://b.example"));
  }

  @Test
  void an_observables_version_is_when_it_was_released() {
    Added added = added(decide(Stix.url(Stix.id("url"), "https://a.example")).getFirst());

    assertEquals("1970-01-01T00:00:01.000000Z", added.placement().shownVersion());
  }

  @Test
  void only_the_owner_makes_versions() {
    String id = Stix.id("indicator");
    ledger.know(id, new Owner("eu", "2026-11-01T00:00:00.", Optional.empty()));

    assertFails(FaultCode.STIX_OWNERSHIP, Stix.indicator(id, V2, Stix.GREEN, ""));
    assertFails(FaultCode.STIX_OWNERSHIP, Stix.indicator(id, V2, Stix.GREEN, ",\"revoked\":true"));
  }

  @Test
  void revoked_is_final_but_older_versions_may_still_arrive() {
    String id = Stix.id("indicator");
    decide(Stix.indicator(id, V2, Stix.GREEN, ",\"revoked\":true"));

    assertFails(FaultCode.STIX_REVOKED, Stix.indicator(id, V3, Stix.GREEN, ""));
    assertInstanceOf(Added.class, decide(Stix.indicator(id, V1, Stix.GREEN, "")).getFirst());
  }

  @Test
  void nothing_is_revoked_behind_a_later_version() {
    String id = Stix.id("indicator");
    decide(Stix.indicator(id, V3, Stix.GREEN, ""));

    assertFails(FaultCode.STIX_REVOKED, Stix.indicator(id, V2, Stix.GREEN, ",\"revoked\":true"));
  }

  @Test
  void objects_with_several_versions_are_known_as_such() {
    String id = Stix.id("indicator");
    decide(Stix.indicator(Stix.id("indicator")), Stix.indicator(id));
    assertTrue(ledger.reversioned().isEmpty());

    decide(Stix.indicator(id, V2, Stix.GREEN, ""));
    assertEquals(Set.of(id), ledger.reversioned());
  }

  @Test
  void an_older_version_released_late_is_looked_at_beside_the_later_ones() {
    String id = Stix.id("indicator");
    ReleaseRule nobody = to(new Recipients.Only(Set.of()), "eu");
    rule.decide(offers(Stix.indicator(id)), nobody);
    assertTrue(ledger.reversioned().isEmpty());

    decide(Stix.indicator(id));
    assertEquals(Set.of(id), ledger.reversioned());
  }

  @Test
  void the_same_version_twice_in_one_envelope_counts_once_if_equal() {
    String object = Stix.indicator(Stix.id("indicator"));
    List<Verdict> verdicts = decide(object, object);

    assertInstanceOf(Added.class, verdicts.getFirst());
    assertInstanceOf(Present.class, verdicts.getLast());
  }

  @Test
  void the_same_version_twice_in_one_envelope_fails_altogether_if_not() {
    String id = Stix.id("indicator");
    List<Verdict> verdicts =
        decide(Stix.indicator(id), Stix.indicator(id, V1, Stix.AMBER, ""), Stix.indicator(id));

    assertTrue(verdicts.stream().allMatch(Failed.class::isInstance));
  }

  @Test
  void nobody_writes_in_another_partners_name() {
    String foreign = ",\"created_by_ref\":\"" + EU_IDENTITY + "\"";

    assertFails(
        FaultCode.STIX_IMPERSONATION,
        Stix.indicator(Stix.id("indicator"), V1, Stix.GREEN, foreign));
    assertFails(
        FaultCode.STIX_IMPERSONATION,
        """
        {"type":"identity","id":"%s","spec_version":"2.1","created":"%s","modified":"%s",
        "name":"EU","object_marking_refs":["%s"]}\
        """
            .formatted(EU_IDENTITY, V1, V1, Stix.GREEN));
  }

  private static final String EU_IDENTITY = "identity--8e6d5c4b-3a29-4180-8f7e-6d5c4b3a2918";

  private void assertFails(FaultCode code, String object) {
    Failed failed = assertInstanceOf(Failed.class, decide(object).getFirst());
    assertEquals(code.name(), failed.faults().getFirst().code());
  }

  private List<Verdict> decide(String... objects) {
    return rule.decide(offers(objects), EU);
  }

  private static List<Offer> offers(String... objects) {
    byte[] body = Stix.envelope(objects).getBytes(StandardCharsets.UTF_8);
    Offers offers =
        new Offers(
            identity -> identity.equals(EU_IDENTITY) ? Optional.of("eu") : Optional.empty(),
            Validator.of(Profile.STRICT_GOV),
            WarningLists.NONE);
    return offers.of(EnvelopeReader.read(body, 100), "kr");
  }

  private AdmissionRule rule(String... partners) {
    List<Reader> readers = Arrays.stream(partners).map(Recipient::partner).map(Reader::at).toList();
    Collection collection =
        new Collection(
            UUID.randomUUID(),
            Optional.empty(),
            "t",
            "",
            "kr",
            new Audience(named(partners), readers));
    return new AdmissionRule(collection, ledger, dates, ids::incrementAndGet);
  }

  private static ReleaseRule to(Recipients recipients, String... partners) {
    return new ReleaseRule(named(partners), recipients, Tlp.CLEAR);
  }

  private static Set<Recipient> named(String... partners) {
    return Arrays.stream(partners).map(Recipient::partner).collect(Collectors.toSet());
  }

  private static Added added(Verdict verdict) {
    return assertInstanceOf(Added.class, verdict);
  }
}
