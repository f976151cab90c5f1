package org.entente.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.entente.e2e.scene.Feed;
import org.entente.e2e.scene.OneExchange;
import org.entente.e2e.scene.Scene;
import org.entente.e2e.scene.Stix;
import org.entente.e2e.scene.Stix.Tlp;
import org.entente.kit.client.ExchangeClient.Submitted;
import org.entente.local.exchange.Member;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** P10: only the producer may change or revoke what it produced. */
@ExtendWith(OneExchange.class)
class OnlyTheProducerChangesTest {

  private static final String LATER = "2026-11-02T00:00:00.000Z";
  private static final String EVEN_LATER = "2026-11-03T00:00:00.000Z";

  private final Feed korea;
  private final Feed eu;
  private final Stix object = Stix.indicator(Member.KOREA);

  OnlyTheProducerChangesTest(Scene scene) {
    korea = scene.korea();
    eu = scene.eu();
  }

  @BeforeEach
  void korea_has_warned() {
    korea.submit(Stix.envelope(object.text()));
  }

  @Test
  void the_eu_cannot_write_a_new_version_of_it() {
    var submitted = eu.submit(Stix.envelope(object.by(Member.EU).version(LATER).text()));

    assertRefused("STIX_OWNERSHIP", submitted);
  }

  @Test
  void the_eu_cannot_revoke_it() {
    var submitted = eu.submit(Stix.envelope(object.by(Member.EU).revokedAt(LATER).text()));

    assertRefused("STIX_OWNERSHIP", submitted);
  }

  @Test
  void the_eu_cannot_write_in_koreas_name() {
    var submitted = eu.submit(Stix.envelope(object.revokedAt(LATER).text()));

    assertRefused("STIX_IMPERSONATION", submitted);
  }

  @Test
  void korea_writes_a_new_version_and_the_eu_gets_that_one() {
    var next = object.version(LATER).marked(Tlp.GREEN);

    korea.submit(Stix.envelope(next.text()));

    assertEquals(List.of(next.text()), eu.received(object.id()));
  }

  @Test
  void korea_revokes_it_and_nothing_follows() {
    var end = object.revokedAt(LATER);
    korea.submit(Stix.envelope(end.text()));

    var submitted = korea.submit(Stix.envelope(object.version(EVEN_LATER).text()));

    assertTrue(status(submitted).contains("STIX_REVOKED"), status(submitted));
    assertEquals(List.of(end.text()), eu.received(object.id()));
  }

  @Test
  void both_state_the_same_wallet_and_each_gets_the_others_words() {
    var id = "cryptocurrency-wallet--" + UUID.randomUUID();
    var koreas = Stix.wallet(id, "0x51e9d833ecae4e8d9d8be17300aee6d3398c135d", Tlp.AMBER);
    var eus = Stix.wallet(id, "0x51e9d833ecae4e8d9d8be17300aee6d3398c135d", Tlp.GREEN);

    korea.submit(Stix.envelope(koreas));
    eu.submit(Stix.envelope(eus));

    assertEquals(List.of(koreas), eu.received(id));
    assertEquals(List.of(eus), korea.received(id));
  }

  private void assertRefused(String fault, Submitted submitted) {
    assertTrue(status(submitted).contains(fault), status(submitted));
    assertTrue(status(submitted).contains("\"success_count\":0"), status(submitted));
    assertEquals(List.of(object.text()), eu.received(object.id()));
    assertEquals(List.of(), korea.received(object.id()));
  }

  private static String status(Submitted submitted) {
    return new String(submitted.status().document().bytes(), StandardCharsets.UTF_8);
  }
}
