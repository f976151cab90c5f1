package org.entente.kit.mirror;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.entente.kit.file.FileTrouble;
import org.entente.log.Checkpoint;
import org.entente.log.CompactRange;
import org.entente.log.EvidenceRejected;
import org.entente.log.LeafHash;
import org.entente.log.RootHash;
import org.entente.log.SignedNote;
import org.entente.log.TlogPolicy;

/// Holds every checkpoint that was accepted against the tree as it grows past its size.
final class PastCheck {

  private final History history;
  private final TlogPolicy policy;
  private final Consumer<String> findings;
  private Optional<History.Kept> next = Optional.empty();
  private long held;

  PastCheck(History history, TlogPolicy policy, Consumer<String> findings) {
    this.history = history;
    this.policy = policy;
    this.findings = findings;
    advance();
  }

  long held() {
    return held;
  }

  void count(long before) {
    held += before;
  }

  /// Those up to this size were held against it by an earlier run.
  void skipTo(long size) {
    while (next.isPresent() && next.get().size() <= size && size > 0) {
      advance();
    }
  }

  /// The tree grows by these leaves.
  void append(CompactRange before, List<LeafHash> leaves) {
    CompactRange range = before;
    long end = before.size() + leaves.size();
    while (next.isPresent() && next.get().size() <= end) {
      int from = (int) (range.size() - before.size());
      int to = (int) (next.get().size() - before.size());
      range = range.appendAll(leaves.subList(from, to));
      hold(next.get(), range.root());
      advance();
    }
  }

  private void hold(History.Kept kept, RootHash root) {
    try {
      Checkpoint checkpoint = policy.verify(SignedNote.parse(Files.readAllBytes(kept.file())));
      held++;
      if (checkpoint.size() != kept.size() || !checkpoint.root().equals(root)) {
        findings.accept(
            "the tree does not have the root of the accepted checkpoint " + kept.file());
      }
    } catch (EvidenceRejected e) {
      findings.accept(kept.file() + " is no signed checkpoint: " + e.getMessage());
    } catch (IOException e) {
      throw new FileTrouble(kept.file() + " cannot be read.", e);
    }
  }

  private void advance() {
    next = history.hasNext() ? Optional.of(history.next()) : Optional.empty();
  }
}
