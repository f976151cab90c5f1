package org.entente.audit.access;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.entente.audit.limit.DoorLimits;
import org.entente.audit.limit.DoorLimits.Entry;
import org.entente.audit.limit.LimitReached;

/**
 * Asks of every request from outside the exchange whether it may come in now, pages, open paths and
 * files alike, before anything else is looked at. What may not is answered that, once it is
 * accounted for. Thread-safe.
 */
@Singleton
final class LimitedDoor {

  /** After the fields that every answer of the console has. */
  private static final int BEFORE_ALL_OTHERS = Integer.MIN_VALUE + 1;

  private static final String ASKED = LimitedDoor.class.getName();

  private final Visits visits;
  private final DoorLimits limits;
  private final CountedVisits counted;
  private final BareAnswerMapper answers;

  LimitedDoor(Visits visits, DoorLimits limits, CountedVisits counted, BareAnswerMapper answers) {
    this.answers = answers;
    this.visits = visits;
    this.limits = limits;
    this.counted = counted;
  }

  void take(@Observes Router router) {
    router
        .route()
        .order(BEFORE_ALL_OTHERS)
        .handler(context -> {
          if (letsIn(context)) {
            context.next();
          }
        });
  }

  /** Whether it may go on; if not, it is answered. Asked twice, it says what it said. */
  boolean letsIn(RoutingContext context) {
    Boolean said = context.get(ASKED);
    if (said != null) {
      return said;
    }
    var peer = visits.peer(context);
    var in = peer instanceof Peer.Service || entered(context, peer);
    context.put(ASKED, in);
    return in;
  }

  private boolean entered(RoutingContext context, Peer peer) {
    return switch (limits.enter(peer.actor())) {
      case Entry.In(var leaving) -> {
        context.addEndHandler(_ -> leaving.run());
        yield true;
      }
      case Entry.Out out -> {
        refuse(context, out);
        yield false;
      }
    };
  }

  private void refuse(RoutingContext context, Entry.Out out) {
    var refusal = new LimitReached(out.limited());
    if (counted.counts(out.countedAs())) {
      answers.give(context, refusal);
      return;
    }
    var visit = visits.of(context);
    // An event loop must not wait for the log.
    Thread.startVirtualThread(
        () -> answers.give(context, counted.accounted(visit, out.countedAs(), refusal)));
  }
}
