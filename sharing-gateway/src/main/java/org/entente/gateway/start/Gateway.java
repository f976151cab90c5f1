package org.entente.gateway.start;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;

/** Starts the gateway. */
@QuarkusMain
public final class Gateway {

  /**
   * Quarkus answers a request target that is no URI before any code of ours, so unrecorded; the
   * door looks itself ({@code door.Abuse}), and this leaves it to the door. The property is read
   * once, when the HTTP server's classes are loaded.
   */
  public static void main(String... arguments) {
    System.setProperty("vertx.disableURIValidation", "true");
    Quarkus.run(arguments);
  }

  private Gateway() {}
}
