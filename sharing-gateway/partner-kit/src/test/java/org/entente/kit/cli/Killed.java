package org.entente.kit.cli;

import java.util.function.Consumer;

/** The process dies here: nothing of it catches this, and nothing is written afterwards. */
final class Killed extends Error {

  /** Kills at the step of this number, from 1, and counts the steps. */
  static final class AtStep implements Consumer<String> {
    private final int deadly;
    private int steps;

    AtStep(int deadly) {
      this.deadly = deadly;
    }

    @Override
    public void accept(String step) {
      steps++;
      if (steps >= deadly) { // A dead process takes no further step either.
        throw new Killed();
      }
    }
  }
}
