package org.entente.audit.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.entente.audit.sequencer.LogBusy;
import org.junit.jupiter.api.Test;

class OutsideShareTest {

  private static final Peer AUDITOR = new Peer.Client("kr", "kr-auditor");
  private static final Peer SERVICE = new Peer.Service("indicator-service");

  private final OutsideShare share = new OutsideShare(1);

  @Test
  void records_of_requests_from_outside_have_a_part_and_those_of_services_are_not_in_it() {
    var appended =
        share.within(
            AUDITOR,
            () -> {
              assertThrows(LogBusy.class, () -> share.within(new Peer.Unknown(), () -> "second"));
              return share.within(SERVICE, () -> "of a service");
            });

    assertEquals("of a service", appended);
    assertEquals("next", share.within(AUDITOR, () -> "next"));
  }

  @Test
  void what_fails_gives_its_place_back() {
    assertThrows(
        IllegalStateException.class,
        () ->
            share.within(
                AUDITOR,
                () -> {
                  throw new IllegalStateException("the log is away");
                }));

    assertEquals("next", share.within(AUDITOR, () -> "next"));
  }
}
