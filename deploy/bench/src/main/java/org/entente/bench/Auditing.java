package org.entente.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import org.entente.kit.client.LogClient;
import org.entente.kit.client.Session;
import org.entente.kit.profile.PartnerProfile;
import org.entente.local.exchange.Exchange;
import org.entente.local.exchange.Member;

/** An auditor at work, one question after the other, through the partner kit. */
final class Auditing {

  private final LogClient log;

  Auditing(Exchange exchange) {
    log = new LogClient(Session.of(PartnerProfile.read(exchange.profile(Member.EU.auditor()))));
  }

  /** The newest 50 entries that have this; recorded before they are answered. */
  void search(String name, String value) {
    String answer = new String(log.search(Map.of(name, value)).bytes(), UTF_8);
    if (!answer.contains("\"entries\":[{")) {
      throw new IllegalStateException("nobody: " + name + " " + value);
    }
  }

  /** A small answer that is no record: what the way there and back takes. */
  Floor wayThereAndBack(Plan plan) {
    Limit limit = Limit.of(plan.floor());
    ClosedLoop.run(1, limit, i -> log.checkpoint());
    return Floor.of("checkpoints over TLS", ClosedLoop.run(1, limit, i -> log.checkpoint()));
  }
}
