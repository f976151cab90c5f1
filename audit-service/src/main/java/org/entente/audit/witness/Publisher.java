package org.entente.audit.witness;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.entente.audit.tree.PostgresLog;

/** Keeps a courier to each witness under way while the application runs. */
@Singleton
final class Publisher {

  private static final Duration STOP_WITHIN = Duration.ofSeconds(10);

  private final WitnessClient client;
  private final PostgresLog log;
  private final WitnessConfig config;
  private final WitnessStanding standing;
  private final List<Thread> couriers = new ArrayList<>();

  Publisher(WitnessClient client, PostgresLog log, WitnessConfig config, WitnessStanding standing) {
    this.client = client;
    this.log = log;
    this.config = config;
    this.standing = standing;
  }

  void start(@Observes StartupEvent event, Witnesses witnesses) {
    for (var witness : witnesses.addresses()) {
      standing.expect(witness);
      var courier = new Courier(witness, client, log, config.every(), standing);
      couriers.add(Thread.ofVirtual().name("courier to " + witness.name()).start(courier));
    }
  }

  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    couriers.forEach(Thread::interrupt);
    for (var courier : couriers) {
      courier.join(STOP_WITHIN);
    }
  }
}
