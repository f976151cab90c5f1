package org.entente.local.process;

/** Told what is going on, for people who wait. Implementations are thread-safe. */
@FunctionalInterface
public interface Progress {

  /** For tests: says nothing. */
  Progress SILENT = (what, work) -> work.run();

  /** Runs one step that people may have to wait for. */
  void step(String what, Runnable work);
}
