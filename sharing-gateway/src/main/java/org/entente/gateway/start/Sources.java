package org.entente.gateway.start;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Supplier;
import org.entente.agreement.limit.Ticks;

/** Time and randomness, so that nothing else reaches for them itself. */
class Sources {

  @Produces
  @Singleton
  Clock clock() {
    return Clock.systemUTC();
  }

  @Produces
  @Singleton
  Ticks ticks() {
    return System::nanoTime;
  }

  @Produces
  @Singleton
  Supplier<UUID> uids() {
    return UUID::randomUUID;
  }

  @Produces
  @Singleton
  SecureRandom random() {
    return new SecureRandom();
  }
}
