package org.entente.kit.mirror;

import java.util.List;
import java.util.Optional;
import java.util.PrimitiveIterator;
import java.util.function.LongConsumer;
import java.util.stream.LongStream;
import org.entente.kit.evidence.BundleCheck;
import org.entente.kit.evidence.LogReader;
import org.entente.log.Checkpoint;
import org.entente.log.CompactRange;
import org.entente.log.EntryBundle;
import org.entente.log.EntryBundleCoordinates;
import org.entente.log.Growth;
import org.entente.log.LeafHash;
import org.entente.log.Octets;
import org.entente.log.Tile;
import org.entente.log.TileCoordinates;
import org.entente.log.TileLayout;
import org.entente.log.TilePath;

/// Copies the entries from one size of a log to a later, signed one. Entries are held against leaf
/// hashes, these make the tiles above, and in steps the tree so far is held against the signed
/// root, before `copied` says so. One use, one thread.
final class Copying {

  private final MirrorFolder folder;
  private final LogReader reader;
  private final Checkpoint target;
  private final Mirror.Pace pace;
  private final LongConsumer progress;
  private final OwnReads own;
  private CompactRange range;
  private long begun;

  Copying(
      MirrorFolder folder,
      OwnReads own,
      Checkpoint target,
      Mirror.Pace pace,
      LongConsumer progress) {
    this.folder = folder;
    this.reader = own.reader();
    this.target = target;
    this.pace = pace;
    this.progress = progress;
    this.own = own;
    this.range = CompactRange.empty();
  }

  /// A place as it was served.
  private record Fetched(Tile leaves, Optional<Octets> bundle) {}

  void from(CompactRange start) {
    range = start;
    begun = start.size();
    while (range.size() < target.size()) {
      long end = Math.min(target.size(), (range.size() / pace.step() + 1) * pace.step());
      PrimitiveIterator.OfLong places =
          LongStream.rangeClosed(range.size() / TilePath.FULL, (end - 1) / TilePath.FULL)
              .iterator();
      new Ahead(pace.parallel()).each(places, this::fetch, this::take);
      confirm();
    }
    edges();
  }

  private Fetched fetch(long n) {
    int width = TileLayout.width(0, n, target.size());
    TileCoordinates at = new TileCoordinates(0, n, width);
    Tile leaves = Tile.of(at, reader.tile(at));
    return new Fetched(leaves, pace.contents() == Contents.ALL ? bundle(leaves) : Optional.empty());
  }

  private Optional<Octets> bundle(Tile leaves) {
    EntryBundleCoordinates at = new EntryBundleCoordinates(leaves.at().n(), leaves.at().width());
    byte[] bundle =
        own.isEmpty() ? reader.tile(at) : known(leaves).orElseGet(() -> reader.tile(at));
    BundleCheck.faults(at, bundle, leaves).stream()
        .findFirst()
        .ifPresent(fault -> {
          throw new LogUnfit(fault);
        });
    return Optional.of(Octets.of(bundle));
  }

  private Optional<byte[]> known(Tile leaves) {
    int width = Math.clamp(begun - leaves.at().firstHash(), 0, leaves.at().width());
    Optional<List<Octets>> before =
        width == 0
            ? Optional.of(List.of())
            : folder
                .bundle(new EntryBundleCoordinates(leaves.at().n(), width))
                .map(EntryBundle::parse);
    return before.flatMap(entries -> own.bundle(leaves, entries));
  }

  private void take(Fetched fetched) {
    Tile leaves = fetched.leaves();
    int known = (int) (range.size() - leaves.at().firstHash());
    List<LeafHash> fresh =
        leaves.toList().subList(known, leaves.at().width()).stream().map(LeafHash::new).toList();
    Growth growth = Growth.of(range, fresh, folder);
    fetched
        .bundle()
        .ifPresent(bundle ->
            folder.keep(
                new EntryBundleCoordinates(leaves.at().n(), leaves.at().width()),
                bundle.toByteArray()));
    growth.fullTiles().forEach(tile -> folder.keep(tile.at(), tile.hashes().toByteArray()));
    if (!leaves.at().full()) {
      folder.keep(leaves.at(), leaves.hashes().toByteArray());
    }
    range = growth.range();
  }

  /// What was copied so far is the beginning of the signed tree.
  private void confirm() {
    Continuation expected =
        Continuation.of(range.size(), target, TreeOfSize.served(target.size(), reader));
    if (!expected.fits(range.root())) {
      throw new LogUnfit(
          "the log's leaf hashes up to entry "
              + (range.size() - 1)
              + " do not make its signed tree");
    }
    folder.keepCopied(range.toByteArray());
    progress.accept(range.size());
  }

  /// The partial tiles at the right edge, which no growth makes.
  private void edges() {
    for (int level = 1; TileLayout.hashes(level, target.size()) > 0; level++) {
      long n = TileLayout.hashes(level, target.size()) / TilePath.FULL;
      int width = TileLayout.width(level, n, target.size());
      if (width > 0) {
        Tile edge = folder.read(List.of(new TileCoordinates(level, n, width))).getFirst();
        folder.keep(edge.at(), edge.hashes().toByteArray());
      }
    }
  }
}
