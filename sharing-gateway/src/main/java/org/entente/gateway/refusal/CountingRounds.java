package org.entente.gateway.refusal;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.virtual.threads.VirtualThreads;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.ExecutorService;

/** Sees to it that what was counted gets into the log: each second, and before the end. */
@ApplicationScoped
class CountingRounds {

  private static final long MILLIS = 1_000;

  private final CountedRefusals counted;

  CountingRounds(CountedRefusals counted) {
    this.counted = counted;
  }

  void begin(@Observes StartupEvent started, Vertx vertx, @VirtualThreads ExecutorService threads) {
    var round = new OneAtATime(counted::closeDue);
    vertx.setPeriodic(MILLIS, _ -> threads.execute(round));
  }

  void end(@Observes ShutdownEvent ending) {
    counted.closeAll();
  }
}
