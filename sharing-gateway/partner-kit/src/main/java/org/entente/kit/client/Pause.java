package org.entente.kit.client;

import java.time.Duration;

/// Lets time pass.
@FunctionalInterface
public interface Pause {

  /// Waits for so long, or less when it is time to stop; returns whether to go on.
  boolean of(Duration time);
}
