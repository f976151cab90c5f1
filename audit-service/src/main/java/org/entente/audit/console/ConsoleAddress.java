package org.entente.audit.console;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.inject.Singleton;

/** Under which name this browser reached the console. Thread-safe. */
@Singleton
final class ConsoleAddress {

  private final CurrentVertxRequest current;

  ConsoleAddress(CurrentVertxRequest current) {
    this.current = current;
  }

  /** The absolute address of a path; the identity provider accepts only registered ones. */
  String of(String path) {
    return "https://" + current.getCurrent().request().authority() + path;
  }
}
