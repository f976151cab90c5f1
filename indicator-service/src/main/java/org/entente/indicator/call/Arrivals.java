package org.entente.indicator.call;

import io.opentelemetry.context.Context;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.entente.indicator.refusal.Refusal.CallerUnknown;
import org.entente.indicator.watch.Traces;

/// Requests as they arrive, and who is behind them. Thread-safe.
@Singleton
final class Arrivals {
  private final CurrentVertxRequest current;
  private final ServiceCallers callers;
  private final Supplier<UUID> ids;

  Arrivals(CurrentVertxRequest current, ServiceCallers callers, Supplier<UUID> ids) {
    this.current = current;
    this.callers = callers;
    this.ids = ids;
  }

  /// The request that is being served.
  Connection now() {
    return new Connection(current.getCurrent());
  }

  /// The trace that a known caller says the request belongs to.
  Context parent(Connection connection) {
    return connection.acceptedBy(callers) ? Traces.parent(connection::header) : Context.root();
  }

  /// The call of a known service on behalf of the actor it names.
  ///
  /// @throws CallerUnknown when the certificate or the header is not a caller's
  Call open(Connection connection) {
    return connection.open(callers);
  }

  /// What is left when nobody is believed, for the record of a refusal.
  Call stranger(Connection connection) {
    return new Call(connection.stranger(ids.get()), Map.of(), Map.of());
  }

  /// Looks up where the caller reads from.
  ///
  /// @throws CallerUnknown when the configuration has no such place
  void seat(Call call) {
    call.seat(callers.reader(call.actor()));
  }

  /// Does this work under what is agreed when it begins.
  <T> T throughout(Supplier<T> work) {
    return callers.throughout(work);
  }
}
