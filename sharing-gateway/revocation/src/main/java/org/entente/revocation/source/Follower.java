package org.entente.revocation.source;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.entente.revocation.Authority;
import org.entente.revocation.ListRejected;
import org.entente.revocation.RevocationList;
import org.entente.revocation.RevocationLists;

/**
 * Keeps one party's lists as fresh as its sources allow. Thread-safe, but one round at a time is
 * enough.
 */
public final class Follower {

  private final List<Source> sources;
  private final RevocationLists lists;
  private final Fetch fetch;
  private final Optional<KeptLists> kept;
  private final Clock clock;
  private final Map<Source, String> trouble = new ConcurrentHashMap<>();

  /** Nothing is asked before the first round. */
  public Follower(
      List<Source> sources,
      RevocationLists lists,
      Fetch fetch,
      Optional<KeptLists> kept,
      Clock clock) {
    this.sources = List.copyOf(sources);
    this.lists = lists;
    this.fetch = fetch;
    this.kept = kept;
    this.clock = clock;
  }

  /** Is told what came of each source. */
  public interface Listener {

    /** Another list than before counts now. */
    void taken(Source source, RevocationList list);

    /**
     * There was no usable one; what was held stays.
     *
     * @param again whether just this was told of the source before, and it has not been well since
     */
    void failed(Source source, String why, boolean again);
  }

  /** Takes what was kept in the folder; what is not there, or no good, is left to the sources. */
  public void remember(Listener listener) {
    for (Source source : sources) {
      Authority authority = Authority.of(source.authority());
      try {
        if (kept.isPresent()) {
          KeptLists.Kept list = kept.get().read(authority);
          lists
              .offer(authority, list.bytes(), list.fetched())
              .ifPresent(taken -> listener.taken(source, taken));
        }
      } catch (java.nio.file.NoSuchFileException _) {
        // Nothing was kept yet.
      } catch (IOException e) {
        failed(listener, source, "what was kept cannot be read: " + e.getMessage());
      } catch (ListRejected e) {
        failed(listener, source, "what was kept is not taken: " + e.detail());
      }
    }
  }

  /** Asks every source once, all at the same time; returns when the last has answered. */
  public void round(Listener listener) {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      sources.forEach(source -> threads.execute(() -> ask(source, listener)));
    }
  }

  private void ask(Source source, Listener listener) {
    Authority authority = Authority.of(source.authority());
    try {
      byte[] bytes = fetch.from(source.place());
      Instant now = clock.instant();
      Optional<RevocationList> taken = lists.offer(authority, bytes, now);
      taken.ifPresent(list -> {
        trouble.remove(source);
        listener.taken(source, list);
      });
      keep(authority, bytes, now);
      trouble.remove(source);
    } catch (IOException e) {
      failed(listener, source, e.toString());
    } catch (ListRejected e) {
      failed(listener, source, e.detail());
    } catch (RuntimeException e) { // One bad source must not end the round for the others.
      failed(listener, source, e.toString());
    }
  }

  private void failed(Listener listener, Source source, String why) {
    listener.failed(source, why, why.equals(trouble.put(source, why)));
  }

  private void keep(Authority authority, byte[] bytes, Instant now) throws IOException {
    try {
      if (kept.isPresent()) {
        kept.get().keep(authority, bytes, now);
      }
    } catch (IOException e) {
      throw new IOException("it counts, but cannot be kept: " + e, e);
    }
  }
}
