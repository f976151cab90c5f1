package org.entente.audit.access;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Supplier;
import org.entente.agreement.limit.Ticks;
import org.entente.audit.identity.LogKeys;
import org.entente.audit.record.RecordWriter;

/** Time and randomness, so that nothing else reaches for them itself. */
final class Clocks {

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
  RecordWriter writer(LogKeys keys) {
    return new RecordWriter(new SecureRandom(), keys.origin());
  }
}
