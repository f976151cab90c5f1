package org.entente.audit.witness;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import org.entente.audit.tree.CheckpointUnknown;
import org.entente.audit.tree.PostgresLog;
import org.entente.audit.tree.StoreFailed;
import org.entente.audit.tree.StoredCheckpoint;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Shows the log to its witnesses in rounds: the newest checkpoint to all of them at once, and the
 * next one when each has answered or failed. A checkpoint of a log that never rests would otherwise
 * have one cosignature each, and none a quorum.
 */
@Singleton
final class Publisher {

  private static final Logger LOG = Logger.getLogger(Publisher.class);
  private static final Duration STOP_WITHIN = Duration.ofSeconds(10);

  private final WitnessClient client;
  private final PostgresLog log;
  private final WitnessConfig config;
  private final WitnessStanding standing;
  private final QuorumCheck quorum;
  private @Nullable Thread rounds;

  Publisher(
      WitnessClient client,
      PostgresLog log,
      WitnessConfig config,
      WitnessStanding standing,
      QuorumCheck quorum) {
    this.client = client;
    this.log = log;
    this.config = config;
    this.standing = standing;
    this.quorum = quorum;
  }

  void start(@Observes StartupEvent event, Witnesses witnesses) {
    var addresses = witnesses.addresses();
    addresses.forEach(standing::expect);
    var couriers =
        addresses.stream().map(witness -> new Courier(witness, client, log, standing)).toList();
    if (!couriers.isEmpty()) {
      rounds = Thread.ofVirtual().name("witness rounds").start(() -> goRound(couriers));
    }
  }

  private void goRound(List<Courier> couriers) {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        round(couriers);
        Thread.sleep(config.every());
      }
    } catch (InterruptedException _) {
      LOG.debug("interrupted to stop");
    }
  }

  private void round(List<Courier> couriers) {
    try {
      var newest = log.read("reading the checkpoint", StoredCheckpoint::latest);
      try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
        couriers.forEach(courier -> threads.execute(() -> courier.carry(newest)));
      }
      quorum.check(newest);
    } catch (CheckpointUnknown _) {
      LOG.debug("nothing is signed yet");
    } catch (StoreFailed e) {
      LOG.warnf("no round to the witnesses: %s", e.getMessage());
    }
  }

  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    if (rounds != null) {
      rounds.interrupt();
      rounds.join(STOP_WITHIN);
    }
  }
}
