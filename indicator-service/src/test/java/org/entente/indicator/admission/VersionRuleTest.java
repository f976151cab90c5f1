package org.entente.indicator.admission;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.Optional;
import org.entente.indicator.admission.Ledger.Origin;
import org.entente.indicator.admission.Ledger.Owner;
import org.entente.indicator.admission.Verdict.Added;
import org.entente.indicator.admission.Verdict.Present;
import org.entente.indicator.exchange.Stix;
import org.entente.indicator.stix.FaultCode;
import org.junit.jupiter.api.Test;

/// What becomes of further versions.
class VersionRuleTest {
  private final Trial trial = new Trial();

  @Test
  void a_version_never_changes() {
    String id = Stix.id("indicator");
    trial.decide(Stix.indicator(id));

    trial.assertFails(FaultCode.VERSION_CONFLICT, Stix.indicator(id, Trial.V1, Stix.AMBER, ""));
    assertInstanceOf(
        Added.class, trial.decide(Stix.indicator(id, Trial.V2, Stix.AMBER, "")).getFirst());
  }

  @Test
  void the_same_version_in_another_spelling_is_the_same_version() {
    String id = Stix.id("url");
    trial.decide(
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

    assertInstanceOf(Present.class, trial.decide(respelled).getFirst());
    trial.assertFails(FaultCode.VERSION_CONFLICT, respelled.replace(":1,", ":2,"));
  }

  @Test
  void an_observable_never_changes_at_all() {
    String id = Stix.id("url");
    trial.decide(Stix.url(id, "https://a.example"));

    assertInstanceOf(Present.class, trial.decide(Stix.url(id, "https://a.example")).getFirst());
    trial.assertFails(FaultCode.VERSION_CONFLICT, Stix.url(id, "https://b.example"));
  }

  @Test
  void only_the_owner_makes_versions() {
    String id = Stix.id("indicator");
    Origin origin = new Origin(Trial.V1, Optional.empty());
    trial.ledger.know(id, new Owner("eu", origin, "2026-11-01T00:00:00.", Optional.empty()));

    trial.assertFails(FaultCode.STIX_OWNERSHIP, Stix.indicator(id, Trial.V2, Stix.GREEN, ""));
    trial.assertFails(
        FaultCode.STIX_OWNERSHIP, Stix.indicator(id, Trial.V2, Stix.GREEN, ",\"revoked\":true"));
  }

  @Test
  void created_is_the_same_in_every_version() {
    String id = Stix.id("indicator");
    trial.decide(Stix.indicator(id, Trial.V2, Stix.GREEN, ""));

    String earlier =
        Stix.indicator(id, Trial.V3, Stix.GREEN, "").replace(Trial.V1, "2026-10-31T00:00:00.000Z");
    trial.assertFails(FaultCode.STIX_CREATED_CHANGED, earlier);
    assertInstanceOf(
        Added.class, trial.decide(Stix.indicator(id, Trial.V3, Stix.GREEN, "")).getFirst());
  }

  @Test
  void the_author_is_the_same_in_every_version() {
    String id = Stix.id("indicator");
    trial.decide(Stix.indicator(id, Trial.V1, Stix.GREEN, ""));
    String other = ",\"created_by_ref\":\"identity--7b0f5f4c-2a35-4e0a-8f0e-0f9a3c6d1e52\"";

    trial.assertFails(
        FaultCode.STIX_AUTHOR_CHANGED, Stix.indicator(id, Trial.V2, Stix.GREEN, other));
  }

  @Test
  void revoked_is_final_but_older_versions_may_still_arrive() {
    String id = Stix.id("indicator");
    trial.decide(Stix.indicator(id, Trial.V2, Stix.GREEN, ",\"revoked\":true"));

    trial.assertFails(FaultCode.STIX_REVOKED, Stix.indicator(id, Trial.V3, Stix.GREEN, ""));
    assertInstanceOf(
        Added.class, trial.decide(Stix.indicator(id, Trial.V1, Stix.GREEN, "")).getFirst());
  }

  @Test
  void nothing_is_revoked_behind_a_later_version() {
    String id = Stix.id("indicator");
    trial.decide(Stix.indicator(id, Trial.V3, Stix.GREEN, ""));

    trial.assertFails(
        FaultCode.STIX_REVOKED, Stix.indicator(id, Trial.V2, Stix.GREEN, ",\"revoked\":true"));
  }
}
