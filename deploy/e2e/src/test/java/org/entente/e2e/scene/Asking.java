package org.entente.e2e.scene;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** One question without a pause until told to end; what was answered is kept. */
public final class Asking {

  private final AtomicBoolean ending = new AtomicBoolean();
  private final AtomicInteger answered = new AtomicInteger();
  private final CompletableFuture<List<Answer>> answers;

  private Asking(Supplier<Answer> question) {
    answers = Feed.inBackground(() -> ask(question));
  }

  /** Asks again and again from now on. */
  public static Asking begin(Supplier<Answer> question) {
    return new Asking(question);
  }

  private List<Answer> ask(Supplier<Answer> question) {
    var kept = new ArrayList<Answer>();
    while (!ending.get()) {
      kept.add(question.get());
      answered.incrementAndGet();
    }
    return kept;
  }

  /** Returns when this many more were answered. */
  public void awaitMore(int answers) {
    var enough = answered.get() + answers;
    Eventually.is("answers", () -> answered.get() >= enough);
  }

  /** Everything that was answered. */
  public List<Answer> end() {
    ending.set(true);
    return answers.join();
  }
}
