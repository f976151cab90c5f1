package org.entente.kit.mirror;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.PrimitiveIterator;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.LongFunction;

/// Fetches a few things ahead of the one that is worked on, and hands them over in order. Never
/// holds more than it fetches at a time.
record Ahead(int parallel) {

  <T> void each(PrimitiveIterator.OfLong numbers, LongFunction<T> fetch, Consumer<T> work) {
    ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    Deque<Future<T>> fetching = new ArrayDeque<>();
    try {
      while (numbers.hasNext() || !fetching.isEmpty()) {
        while (numbers.hasNext() && fetching.size() < parallel) {
          long number = numbers.nextLong();
          fetching.add(threads.submit(() -> fetch.apply(number)));
        }
        work.accept(get(fetching.remove()));
      }
    } finally {
      threads.shutdownNow();
      threads.close();
    }
  }

  private static <T> T get(Future<T> fetched) {
    try {
      return fetched.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException expected) {
        throw expected;
      }
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
