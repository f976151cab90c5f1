package org.entente.indicator;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Supplier;

/// Time and randomness, handed in so that tests can choose them.
@Singleton
class Sources {
  @Produces
  @Singleton
  Clock clock() {
    return Clock.systemUTC();
  }

  @Produces
  @Singleton
  Supplier<UUID> ids() {
    return UUID::randomUUID;
  }

  @Produces
  @Singleton
  SecureRandom random() {
    return new SecureRandom();
  }
}
