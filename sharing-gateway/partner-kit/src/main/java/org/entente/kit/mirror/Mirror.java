package org.entente.kit.mirror;

import java.nio.file.Files;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongConsumer;
import org.entente.kit.evidence.LogReader;
import org.entente.log.Checkpoint;
import org.entente.log.CompactRange;
import org.entente.log.EntryBundleCoordinates;
import org.entente.log.ProofBuilder;
import org.entente.log.SignedNote;
import org.entente.log.TileCoordinates;
import org.entente.log.TileLayout;
import org.entente.log.TilePath;
import org.entente.log.TileSource;
import org.entente.log.TlogPolicy;

/// Follows a log. A checkpoint is accepted when the log signed it and its tree continues the one
/// accepted before; the mirror's own checkpoint moves when the whole tree has been copied and
/// recomputed. Killed anywhere, it goes on from there. For one thread, and one process per folder.
public final class Mirror {

  private final MirrorFolder folder;
  private final LogReader reader;
  private final TlogPolicy policy;
  private final Pace pace;
  private final OwnReads own;

  /// How it copies.
  ///
  /// @param parallel tiles or bundles asked for at a time, 1 or more
  /// @param step entries after which the copy is confirmed, a multiple of 256
  public record Pace(Contents contents, int parallel, int step) {}

  /// What one look at the log came to.
  ///
  /// @param checkpoint the log's newest
  /// @param copied entries copied now; 0 when nothing is new
  public record Look(Checkpoint checkpoint, long copied) {}

  /// A mirror of what this reader serves. The log's signatures are asked for, not its witnesses':
  /// the newest checkpoint has none yet.
  public Mirror(MirrorFolder folder, LogReader reader, TlogPolicy policy, Pace pace) {
    this.folder = folder;
    this.reader = reader;
    this.own = new OwnReads(reader);
    this.policy = policy.sequenced();
    this.pace = pace;
  }

  /// Looks once and copies what is new; then once more, for what reading itself has added, so that
  /// a log that rests is mirrored to its end.
  ///
  /// @throws LogContradicted when the log signed what does not continue what it signed before, now
  ///   or on an earlier day
  /// @throws org.entente.log.EvidenceRejected when what it serves is not signed or not consistent
  /// @throws LogUnfit when its entries and tiles do not make what it signed
  /// @throws MirrorDamaged when the copy is not what it was
  public Look look(LongConsumer progress) {
    Look first = copy(progress);
    own.note();
    if (own.isEmpty()) {
      return first;
    }
    Look second = copy(progress);
    own.forget();
    return new Look(second.checkpoint(), first.copied() + second.copied());
  }

  private Look copy(LongConsumer progress) {
    if (Files.exists(folder.contradiction())) {
      throw new LogContradicted(
          "The proof is in " + folder.contradiction() + "; nothing is copied from this log.");
    }
    SignedNote note = SignedNote.parse(reader.checkpoint());
    Checkpoint shown = policy.verify(note);
    Optional<SignedNote> accepted = folder.pending();
    long known = accepted.map(kept -> policy.verify(kept).size()).orElse(0L);
    accepted.ifPresent(kept -> requireFit(kept, note));
    if (shown.size() > known) {
      folder.accept(shown.size(), note);
    }
    return new Look(shown, catchUp(progress));
  }

  private void requireFit(SignedNote accepted, SignedNote shown) {
    long known = policy.verify(accepted).size();
    long size = policy.verify(shown).size();
    if (size >= known) {
      requireContinuation(accepted, shown, TreeOfSize.served(size, reader));
    } else if (size <= mirrored().map(Checkpoint::size).orElse(0L)) {
      folder.checkpoint().ifPresent(own -> requireContinuation(shown, own, folder));
    }
  }

  /// Judged by the tiles of the later tree.
  private void requireContinuation(SignedNote earlier, SignedNote later, TileSource tiles) {
    Checkpoint first = policy.verify(earlier);
    Checkpoint second = policy.verify(later);
    Continuation found =
        Continuation.of(first.size(), second, new TreeOfSize(second.size(), tiles));
    if (!found.fits(first.root())) {
      folder.disk().writeAll(folder.contradiction(), found.conviction(earlier, later));
      throw new LogContradicted(
          "%s signed a tree of %d entries that does not begin with the tree of %d it signed before; both signatures are kept in %s"
              .formatted(first.origin(), second.size(), first.size(), folder.contradiction()));
    }
  }

  private Optional<Checkpoint> mirrored() {
    return folder.checkpoint().map(policy::verify);
  }

  /// Copies up to the accepted checkpoint.
  private long catchUp(LongConsumer progress) {
    Optional<SignedNote> accepted = folder.pending();
    long before = mirrored().map(Checkpoint::size).orElse(-1L);
    if (accepted.isEmpty() || policy.verify(accepted.get()).size() == before) {
      return 0;
    }
    Checkpoint target = policy.verify(accepted.get());
    CompactRange start = start(target);
    new Copying(folder, own, target, pace, progress).from(start);
    folder.complete(accepted.get());
    tidy(Math.max(0, before), target.size());
    return target.size() - start.size();
  }

  /// How far the tree on disk can be believed: as the tiles that were copied say, if the accepted
  /// checkpoint says the same.
  private CompactRange start(Checkpoint target) {
    CompactRange copied = folder.copied().map(CompactRange::parse).orElse(CompactRange.empty());
    if (copied.size() > target.size()
        || !new ProofBuilder(folder, copied.size()).range().equals(copied)) {
      throw new MirrorDamaged(
          "The copied tree of " + copied.size() + " entries does not recompute.");
    }
    TreeOfSize served = TreeOfSize.served(target.size(), reader);
    if (!Continuation.of(copied.size(), target, served).fits(copied.root())) {
      throw new MirrorDamaged("The copied tree is none that the log signed.");
    }
    return copied;
  }

  /// Old partial tiles go, but those of the checkpoint before: somebody may be reading them.
  private void tidy(long before, long now) {
    for (int level = 0; TileLayout.hashes(level, before) > 0; level++) {
      long n = TileLayout.hashes(level, before) / TilePath.FULL;
      OptionalLong old = present(TileLayout.width(level, n, before));
      OptionalLong fresh = present(TileLayout.width(level, n, now));
      boolean full = TileLayout.width(level, n, now) == TilePath.FULL;
      OptionalLong[] kept = full ? new OptionalLong[0] : new OptionalLong[] {old, fresh};
      folder.dropParts(new TileCoordinates(level, n, TilePath.FULL), kept);
      if (level == 0) {
        folder.dropParts(new EntryBundleCoordinates(n, TilePath.FULL), kept);
      }
    }
  }

  private static OptionalLong present(int width) {
    return width == 0 ? OptionalLong.empty() : OptionalLong.of(width);
  }
}
