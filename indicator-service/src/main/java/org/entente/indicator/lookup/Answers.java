package org.entente.indicator.lookup;

import jakarta.inject.Singleton;
import java.util.UUID;
import java.util.function.Supplier;
import org.entente.indicator.warning.WarningLists;

/// Begins answers, each with a salt of its own. Thread-safe.
@Singleton
final class Answers {
  private final WarningLists lists;
  private final Supplier<UUID> salts;

  Answers(WarningLists lists, Supplier<UUID> salts) {
    this.lists = lists;
    this.salts = salts;
  }

  /// An answer as of a time, microseconds since 1970.
  AnswerWriter begin(long at) {
    return new AnswerWriter(lists, at, salts.get());
  }
}
