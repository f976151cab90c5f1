package org.entente.kit.pull;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.entente.kit.client.ExchangeClient;
import org.entente.kit.client.ExchangeClient.Page;
import org.entente.kit.client.ExchangeRefused;
import org.entente.kit.client.Patience;
import org.entente.kit.client.Pause;
import org.entente.kit.client.Place;
import org.entente.kit.stix.StixInput;
import org.entente.kit.stix.StixSlice;
import org.jspecify.annotations.Nullable;

/// Reads a collection from a place to its end, in the memory of a page. Each page is kept, then its
/// objects are looked at, then the place behind it is saved: whatever is interrupted, the next run
/// goes on there, without a gap, and with a file or folder without a duplicate. Not thread-safe.
public final class Puller {

  private static final int BAD_REQUEST = 400;

  private final ExchangeClient exchange;
  private final Patience patience;
  private final Pause pause;
  private final Target target;

  /// Where to.
  ///
  /// @param state where the place is kept; without it a run begins at the beginning
  /// @param keepers what keeps the pages
  /// @param look told of every page when it is kept, with how far the reading had come before; what
  ///   it throws ends the run, and the next one begins with this page
  public record Target(
      Optional<StateFile> state,
      List<PageKeeper> keepers,
      BiConsumer<Progress, List<StixSlice>> look) {

    /// Copies the list.
    public Target {
      keepers = List.copyOf(keepers);
    }
  }

  /// @param pause asked before every page, with no time, whether to go on
  public Puller(ExchangeClient exchange, Patience patience, Pause pause, Target target) {
    this.exchange = exchange;
    this.patience = patience;
    this.pause = pause;
    this.target = target;
  }

  /// Begins where the state says, or at the beginning. Takes care that the state is there before
  /// anything is kept.
  public Progress resume(Reading reading) {
    Optional<Progress> known = target.state().flatMap(StateFile::load);
    if (known.isPresent()) {
      target.keepers().forEach(keeper -> keeper.resume(known.get()));
      return known.get();
    }
    target.keepers().forEach(PageKeeper::begin);
    Progress start = new Progress(Place.start(reading.addedAfter().orElse(null)), 0, 0, 0);
    target.state().ifPresent(state -> state.save(start));
    return start;
  }

  /// Reads from there to the end of what there is now, or until it is time to stop.
  ///
  /// @param limit most objects of a page
  public Progress pull(Reading reading, Progress from, @Nullable Integer limit) {
    Progress progress = from;
    boolean more = true;
    while (more && pause.of(Duration.ZERO)) {
      Served served = serve(reading, progress.place(), limit);
      progress = keep(progress, served);
      more = served.page().more();
    }
    return progress;
  }

  /// A page and the place it was served for.
  private record Served(Place place, Page page) {}

  private Served serve(Reading reading, Place place, @Nullable Integer limit) {
    try {
      Page page =
          patience.until(() ->
              exchange.page(
                  reading.collection(), place.selection(limit).matching(reading.match())));
      return new Served(place, page);
    } catch (ExchangeRefused e) {
      // The exchange's word for a place does not last for ever, the time of an object does.
      Optional<Place> other = place.withoutNext().filter(known -> e.status() == BAD_REQUEST);
      return serve(reading, other.orElseThrow(() -> e), limit);
    }
  }

  private Progress keep(Progress before, Served served) {
    Page page = served.page();
    List<StixSlice> objects = StixInput.of(page.bytes()).objects();
    Place behind = behind(served, objects);
    if (objects.isEmpty() && behind.equals(before.place())) {
      return before; // Nothing new.
    }
    target.keepers().forEach(keeper -> keeper.keep(before, page, objects));
    target.look().accept(before, objects);
    long lineBytes = before.lineBytes();
    for (PageKeeper keeper : target.keepers()) {
      lineBytes = Math.max(lineBytes, keeper.lineBytes(before));
    }
    Progress after =
        new Progress(behind, before.pages() + 1, before.objects() + objects.size(), lineBytes);
    target.state().ifPresent(state -> state.save(after));
    return after;
  }

  private Place behind(Served served, List<StixSlice> objects) {
    Place place = served.place();
    return target.state().isPresent()
        ? place.afterAll(served.page(), objects.size())
        : place.after(served.page());
  }
}
