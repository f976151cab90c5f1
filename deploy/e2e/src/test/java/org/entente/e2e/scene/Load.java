package org.entente.e2e.scene;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.entente.kit.client.ExchangeClient.Submitted;
import org.entente.local.exchange.Member;

/** Submissions without a pause until told to end. */
public final class Load {

  private final AtomicBoolean ending = new AtomicBoolean();
  private final AtomicInteger acknowledged = new AtomicInteger();
  private final Feed feed;
  private final Member member;
  private List<CompletableFuture<List<Sent>>> lanes = List.of();

  /** A submission and what it was answered at last. */
  public record Sent(Signed submission, Submitted answer) {}

  private Load(Feed feed, Member member) {
    this.feed = feed;
    this.member = member;
  }

  static Load begin(Feed feed, Member member, int lanes) {
    var load = new Load(feed, member);
    load.lanes = IntStream.range(0, lanes).mapToObj(_ -> Feed.inBackground(load::lane)).toList();
    return load;
  }

  private List<Sent> lane() {
    var sent = new ArrayList<Sent>();
    while (!ending.get()) {
      var next = feed.sign(Stix.warning(member, 1));
      sent.add(new Sent(next, feed.submitUntilAnswered(next)));
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
