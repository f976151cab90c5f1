package org.entente.audit.witness;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import org.entente.audit.background.Rounds;
import org.entente.audit.tree.CheckpointUnknown;
import org.entente.audit.tree.PostgresLog;
import org.entente.audit.tree.StoreFailed;
import org.entente.audit.tree.StoredCheckpoint;
import org.jboss.logging.Logger;

/**
 * Shows the log to its witnesses in rounds: the newest checkpoint to all of them at once, and the
 * next one when each has answered or failed. A checkpoint of a log that never rests would otherwise
 * have one cosignature each, and none a quorum.
 */
@Singleton
final class Publisher {

  private static final Logger LOG = Logger.getLogger(Publisher.class);

  private final WitnessClient client;
  private final PostgresLog log;
  private final WitnessConfig config;
  private final WitnessStanding standing;
  private final QuorumCheck quorum;
  private final Rounds rounds = new Rounds(Thread.ofVirtual().name("witness rounds"), this::round);
  private List<Courier> couriers = List.of();

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

  void start(@Observes StartupEvent event, Witnesses witnesses, WitnessMemory memory) {
    var addresses = witnesses.addresses();
    addresses.forEach(standing::expect);
    couriers =
        addresses.stream()
            .map(witness -> new Courier(witness, client, memory, log, standing))
            .toList();
    if (!couriers.isEmpty()) {
      rounds.start();
    }
  }

  private Duration round() {
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
    return config.every();
  }

  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    rounds.stop();
  }
}
