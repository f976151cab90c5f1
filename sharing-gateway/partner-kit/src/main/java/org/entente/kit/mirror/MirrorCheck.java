package org.entente.kit.mirror;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.entente.kit.evidence.BundleCheck;
import org.entente.log.Checkpoint;
import org.entente.log.CompactRange;
import org.entente.log.EntryBundleCoordinates;
import org.entente.log.EvidenceRejected;
import org.entente.log.LeafHash;
import org.entente.log.SignedNote;
import org.entente.log.Tile;
import org.entente.log.TileCoordinates;
import org.entente.log.TileLayout;
import org.entente.log.TilePath;
import org.entente.log.TlogPolicy;

/// Recomputes a mirror from its entries: leaf hashes, every tile above them, the root of every
/// checkpoint ever accepted, every signature. Believes nothing but the keys of the policy, and
/// reads nothing but the folder. One use, one thread; holds one hash tile per level.
public final class MirrorCheck {

  /// Most findings that are told; a copy with more is lost as a whole.
  public static final int MOST_FINDINGS = 1000;

  private final MirrorFolder folder;
  private final TlogPolicy policy;
  private final Contents contents;
  private final List<String> findings = new ArrayList<>();
  private final PastCheck past;
  private Recomputed tree = Recomputed.nothing();

  /// What came of it.
  ///
  /// @param checkpoint of the mirror
  /// @param history how many checkpoints were held against the tree
  /// @param findings what does not fit, the first one first; empty when all does
  public record Result(Checkpoint checkpoint, long history, List<String> findings) {

    /// Copies the list.
    public Result {
      findings = List.copyOf(findings);
    }
  }

  /// Checks this folder.
  public MirrorCheck(MirrorFolder folder, TlogPolicy policy, Contents contents) {
    this.folder = folder;
    this.policy = policy.sequenced();
    this.contents = contents;
    this.past = new PastCheck(folder.history(), this.policy, findings::add);
  }

  /// Reads everything.
  ///
  /// @param from how far an interrupted check came, as it said to `told`
  /// @param told now and then, how far this one has come
  /// @throws EvidenceRejected when the mirror's checkpoint is not the log's
  /// @throws MirrorDamaged when there is none
  public Result run(Optional<CheckPosition> from, Consumer<CheckPosition> told) {
    SignedNote note =
        folder.checkpoint().orElseThrow(() -> new MirrorDamaged("There is no mirror here."));
    Checkpoint checkpoint = policy.verify(note);
    from.ifPresent(this::goOn);
    past.skipTo(tree.range().size());
    while (tree.range().size() < checkpoint.size() && findings.size() < MOST_FINDINGS) {
      place(tree.range().size() / TilePath.FULL, checkpoint.size());
      if (tree.range().size() % CheckPosition.EVERY == 0) {
        told.accept(new CheckPosition(tree, findings, past.held()));
      }
    }
    edges(checkpoint.size());
    compare(checkpoint);
    return new Result(checkpoint, past.held(), findings);
  }

  private void goOn(CheckPosition position) {
    tree = position.tree();
    findings.addAll(position.findings());
    past.count(position.history());
  }

  /// One tile of leaf hashes and its entries.
  private void place(long n, long size) {
    TileCoordinates at = new TileCoordinates(0, n, TileLayout.width(0, n, size));
    Optional<Tile> stored = stored(at);
    if (stored.isEmpty()) {
      // Without it nothing behind it can be placed: the entries themselves must say.
      stored = fromEntries(at);
    }
    if (stored.isEmpty()) {
      throw new MirrorDamaged(
          String.join("; ", findings) + "; what is behind it cannot be checked.");
    }
    Tile leaves = stored.get();
    if (contents == Contents.ALL) {
      EntryBundleCoordinates bundle = new EntryBundleCoordinates(n, at.width());
      folder
          .bundle(bundle)
          .ifPresentOrElse(
              bytes -> findings.addAll(BundleCheck.faults(bundle, bytes, leaves)),
              () -> findings.add(bundle.path() + " is missing"));
    }
    List<LeafHash> hashes = leaves.toList().stream().map(LeafHash::new).toList();
    past.append(tree.range(), hashes);
    tree = tree.append(leaves, this::compare);
  }

  private Optional<Tile> stored(TileCoordinates at) {
    try {
      Optional<Tile> tile = folder.tile(at);
      if (tile.isEmpty()) {
        findings.add(at.path() + " is missing");
      }
      return tile;
    } catch (EvidenceRejected e) {
      findings.add(e.detail());
      return Optional.empty();
    }
  }

  private Optional<Tile> fromEntries(TileCoordinates at) {
    try {
      return folder
          .bundle(new EntryBundleCoordinates(at.n(), at.width()))
          .map(bytes ->
              Tile.of(
                  0,
                  at.n(),
                  org.entente.log.EntryBundle.parse(bytes).stream()
                      .map(entry -> LeafHash.ofEntry(entry.toByteArray()).node())
                      .toList()))
          .filter(tile -> tile.at().equals(at));
    } catch (EvidenceRejected e) {
      return Optional.empty();
    }
  }

  /// A tile above the leaves, as stored, against what it must be.
  private void compare(Tile expected) {
    stored(expected.at())
        .filter(tile -> !tile.equals(expected))
        .ifPresent(tile -> findings.add(tile.at().path() + " is not what the tiles below it make"));
  }

  private void edges(long size) {
    if (tree.range().size() == size) {
      tree.edges().forEach(this::compare);
    }
  }

  private void compare(Checkpoint checkpoint) {
    CompactRange range = tree.range();
    if (range.size() == checkpoint.size() && !range.root().equals(checkpoint.root())) {
      findings.add(
          "the tree over the mirror's leaf hashes does not have the signed root of size "
              + checkpoint.size());
    }
  }
}
