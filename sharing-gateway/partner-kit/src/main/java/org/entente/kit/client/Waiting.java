package org.entente.kit.client;

import java.time.Duration;

/// Hears why and for how long somebody is about to wait.
@FunctionalInterface
public interface Waiting {

  /// Called before each wait, on the thread that waits.
  void begins(RuntimeException why, Duration time);
}
