package org.entente.indicator.admission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.entente.indicator.admission.Verdict.Added;
import org.entente.indicator.admission.Verdict.Failed;
import org.entente.indicator.admission.Verdict.Present;
import org.entente.indicator.admission.Verdict.Release;
import org.entente.indicator.exchange.Stix;
import org.entente.indicator.stix.FaultCode;
import org.entente.stix.marking.Recipient;
import org.entente.stix.release.Clause;
import org.entente.stix.release.Recipients;
import org.junit.jupiter.api.Test;

class AdmissionRuleTest {
  private final Trial trial = new Trial();

  @Test
  void a_new_object_is_stored_and_released_with_the_next_date() {
    List<Verdict> verdicts =
        trial.decide(Stix.indicator(Stix.id("indicator")), Stix.indicator(Stix.id("indicator")));

    assertEquals(
        List.of(new Release("eu", Trial.NOW)),
        added(verdicts.getFirst()).placement().circle().releases());
    assertEquals(
        List.of(new Release("eu", Trial.NOW + 1)),
        added(verdicts.getLast()).placement().circle().releases());
  }

  @Test
  void what_is_withheld_leaves_no_gap_in_the_dates() {
    List<Verdict> verdicts =
        trial.decide(
            Stix.indicator(Stix.id("indicator")),
            Stix.indicator(Stix.id("indicator"), Trial.V1, Stix.RED, ""),
            Stix.indicator(Stix.id("indicator")));

    assertTrue(added(verdicts.get(1)).placement().circle().releases().isEmpty());
    assertTrue(
        added(verdicts.get(1)).placement().circle().withheld().equals(Map.of("eu", Clause.TLP)));
    assertEquals(
        List.of(new Release("eu", Trial.NOW + 1)),
        added(verdicts.get(2)).placement().circle().releases());
    assertEquals(Trial.NOW + 1, trial.dates.last());
  }

  @Test
  void each_audience_has_its_own_run_of_dates() {
    Recipients us = new Recipients.Only(Set.of(Recipient.partner("us")));
    trial.rule.decide(Trial.offers(Stix.indicator(Stix.id("indicator"))), Trial.to(us, "eu", "us"));
    List<Offer> next = Trial.offers(Stix.indicator(Stix.id("indicator")));
    Verdict second = trial.rule.decide(next, Trial.to(Trial.EVERYONE, "eu", "us")).getFirst();

    assertEquals(
        Set.of(new Release("eu", Trial.NOW), new Release("us", Trial.NOW + 1)),
        Set.copyOf(added(second).placement().circle().releases()));
  }

  @Test
  void submissions_of_one_batch_reach_whom_their_own_agreements_name() {
    List<Offer> before = Trial.offers(Stix.indicator(Stix.id("indicator")));
    List<Offer> after = Trial.offers(Stix.indicator(Stix.id("indicator")));
    Verdict first = trial.rule.decide(before, Trial.to(Trial.EVERYONE, "eu")).getFirst();
    Verdict second = trial.rule.decide(after, Trial.to(Trial.EVERYONE, "eu", "us")).getFirst();
    assertEquals(
        List.of(new Release("eu", Trial.NOW)), added(first).placement().circle().releases());
    assertEquals(
        Set.of(new Release("eu", Trial.NOW + 1), new Release("us", Trial.NOW)),
        Set.copyOf(added(second).placement().circle().releases()));
  }

  @Test
  void the_same_version_again_is_present_and_not_released_twice() {
    String object = Stix.indicator(Stix.id("indicator"));
    trial.decide(object);

    Present present = assertInstanceOf(Present.class, trial.decide(object).getFirst());
    assertTrue(present.placement().circle().releases().isEmpty());
  }

  @Test
  void what_was_withheld_can_be_released_by_submitting_it_again() {
    String object = Stix.indicator(Stix.id("indicator"));
    Reach nobody = Trial.to(new Recipients.Only(Set.of()), "eu");
    trial.rule.decide(Trial.offers(object), nobody);

    Present present = assertInstanceOf(Present.class, trial.decide(object).getFirst());
    assertEquals(List.of(new Release("eu", Trial.NOW)), present.placement().circle().releases());
  }

  @Test
  void an_observables_version_is_when_it_was_released() {
    Added added = added(trial.decide(Stix.url(Stix.id("url"), "https://a.example")).getFirst());

    assertEquals("1970-01-01T00:00:01.000000Z", added.placement().shownVersion());
  }

  @Test
  void objects_with_several_versions_are_known_as_such() {
    String id = Stix.id("indicator");
    trial.decide(Stix.indicator(Stix.id("indicator")), Stix.indicator(id));
    assertTrue(trial.ledger.reversioned().isEmpty());

    trial.decide(Stix.indicator(id, Trial.V2, Stix.GREEN, ""));
    assertEquals(Set.of(id), trial.ledger.reversioned());
  }

  @Test
  void an_older_version_released_late_is_looked_at_beside_the_later_ones() {
    String id = Stix.id("indicator");
    Reach nobody = Trial.to(new Recipients.Only(Set.of()), "eu");
    trial.rule.decide(Trial.offers(Stix.indicator(id)), nobody);
    assertTrue(trial.ledger.reversioned().isEmpty());

    trial.decide(Stix.indicator(id));
    assertEquals(Set.of(id), trial.ledger.reversioned());
  }

  @Test
  void the_same_version_twice_in_one_envelope_counts_once_if_equal() {
    String object = Stix.indicator(Stix.id("indicator"));
    List<Verdict> verdicts = trial.decide(object, object);

    assertInstanceOf(Added.class, verdicts.getFirst());
    assertInstanceOf(Present.class, verdicts.getLast());
  }

  @Test
  void the_same_version_twice_in_one_envelope_fails_altogether_if_not() {
    String id = Stix.id("indicator");
    List<Verdict> verdicts =
        trial.decide(
            Stix.indicator(id), Stix.indicator(id, Trial.V1, Stix.AMBER, ""), Stix.indicator(id));

    assertTrue(verdicts.stream().allMatch(Failed.class::isInstance));
  }

  @Test
  void nobody_writes_in_another_partners_name() {
    String foreign = ",\"created_by_ref\":\"" + Trial.EU_IDENTITY + "\"";

    trial.assertFails(
        FaultCode.STIX_IMPERSONATION,
        Stix.indicator(Stix.id("indicator"), Trial.V1, Stix.GREEN, foreign));
    trial.assertFails(
        FaultCode.STIX_IMPERSONATION,
        """
        {"type":"identity","id":"%s","spec_version":"2.1","created":"%s","modified":"%s",
        "name":"EU","object_marking_refs":["%s"]}\
        """
            .formatted(Trial.EU_IDENTITY, Trial.V1, Trial.V1, Stix.GREEN));
  }

  private static Added added(Verdict verdict) {
    return assertInstanceOf(Added.class, verdict);
  }
}
