package org.entente.e2e.scene;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.entente.kit.client.ExchangeClient.Submitted;

/**
 * A submission that stands at a step until closed.
 *
 * @param answer what its first attempt gets, if anything
 * @param release lets it go on
 */
public record Halt(CompletableFuture<Optional<Submitted>> answer, Runnable release)
    implements AutoCloseable {

  /** Sends it and returns when one of its statements waits for the lock. */
  static Halt at(HeldLock lock, Feed feed, Signed submission, String statement) {
    try {
      var answer = feed.begin(submission);
      lock.awaitWaiter(statement);
      return new Halt(answer, lock::close);
    } catch (AssertionError e) {
      lock.close();
      throw e;
    }
  }

  @Override
  public void close() {
    release.run();
  }
}
