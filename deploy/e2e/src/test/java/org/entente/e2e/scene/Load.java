package org.entente.e2e.scene;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.entente.kit.client.ExchangeClient.Submitted;

/** Submissions without a pause until told to end. */
public final class Load {

  private final AtomicBoolean ending = new AtomicBoolean();
  private final AtomicInteger acknowledged = new AtomicInteger();
  private final Feed feed;
  private final Supplier<Signed> next;
  private final Consumer<RuntimeException> failed;
  private List<CompletableFuture<List<Sent>>> lanes = List.of();

  /** A submission and what it was answered at last. */
  public record Sent(Signed submission, Submitted answer) {}

  private Load(Feed feed, Supplier<Signed> next, Consumer<RuntimeException> failed) {
    this.feed = feed;
    this.next = next;
    this.failed = failed;
  }

  static Load begin(
      Feed feed, Supplier<Signed> next, int lanes, Consumer<RuntimeException> failed) {
    var load = new Load(feed, next, failed);
    load.lanes = IntStream.range(0, lanes).mapToObj(_ -> Feed.inBackground(load::lane)).toList();
    return load;
  }

  private List<Sent> lane() {
    var sent = new ArrayList<Sent>();
    while (!ending.get()) {
      var submission = next.get();
      sent.add(new Sent(submission, feed.submitUntilAnswered(submission, failed)));
      acknowledged.incrementAndGet();
    }
    return sent;
  }

  /** Returns when this many more were acknowledged. */
  public void awaitMore(int submissions) {
    var enough = acknowledged.get() + submissions;
    Eventually.is("acknowledgements under load", () -> acknowledged.get() >= enough);
  }

  /** Lets every lane finish what it has begun; everything that was acknowledged. */
  public List<Sent> end() {
    ending.set(true);
    return lanes.stream().flatMap(lane -> lane.join().stream()).toList();
  }
}
