package org.entente.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.LongStream;
import org.entente.log.EvidenceRejected.Reason;
import org.junit.jupiter.api.Test;

/** The fast tree is the recursive one, for every size and pair of sizes up to 300. */
class TreeTest {

  private static final int MAX = 300;
  private static final List<LeafHash> LEAVES = InMemoryLog.numbered(0, MAX);
  private static final ReferenceTree REFERENCE = new ReferenceTree(LEAVES);
  private static final InMemoryLog LOG = InMemoryLog.of(LEAVES);

  @Test
  void every_root_is_the_reference_root() {
    CompactRange range = CompactRange.empty();
    for (int n = 0; n <= MAX; n++) {
      assertEquals(REFERENCE.root(n), range.root());
      assertEquals(range, CompactRange.parse(range.toByteArray()));
      assertEquals(range, new ProofBuilder(LOG, n).range());
      range = n < MAX ? range.append(LEAVES.get(n)) : range;
    }
  }

  @Test
  void every_inclusion_proof_is_the_reference_proof_and_verifies() {
    for (int n = 1; n <= MAX; n++) {
      List<Long> all = LongStream.range(0, n).boxed().toList();
      for (InclusionProof proof : new ProofBuilder(LOG, n).inclusions(all)) {
        int i = (int) proof.index();
        assertEquals(REFERENCE.path(i, n), proof.path());
        proof.verify(LEAVES.get(i), REFERENCE.root(n));
      }
    }
  }

  @Test
  void every_consistency_proof_is_the_reference_proof_and_verifies() {
    for (int n = 1; n <= MAX; n++) {
      ProofBuilder builder = new ProofBuilder(LOG, n);
      for (int m = 0; m <= n; m++) {
        ConsistencyProof proof = builder.consistency(m);
        assertEquals(m == 0 || m == n ? List.of() : REFERENCE.proof(m, n), proof.path());
        proof.verify(REFERENCE.root(m), REFERENCE.root(n));
      }
    }
  }

  @Test
  void a_large_tree_is_proven_with_one_read_of_few_tiles() {
    InMemoryLog log = InMemoryLog.of(InMemoryLog.numbered(0, 70_000));
    int before = log.reads();
    InclusionProof proof = log.proofs().inclusion(12_345);
    proof.verify(log.leaf(12_345), log.range().root());
    assertEquals(before + 1, log.reads());
    assertTrue(log.tilesRead() <= 5, "read " + log.tilesRead());
    ConsistencyProof grown = log.proofs().consistency(65_537);
    CompactRange old = CompactRange.empty().appendAll(InMemoryLog.numbered(0, 65_537));
    grown.verify(old.root(), log.range().root());
    assertEquals(log.range(), log.proofs().range());
  }

  @Test
  void a_tree_without_entries_is_consistent_with_every_tree_but_proves_nothing() {
    new ConsistencyProof(0, 0, List.of()).verify(RootHash.empty(), RootHash.empty());
    Refused.with(
        Reason.OLD_ROOT_MISMATCH,
        () -> new ConsistencyProof(0, 3, List.of()).verify(root(3), root(3)));
    Refused.with(
        Reason.PROOF_LENGTH_WRONG,
        () ->
            new ConsistencyProof(0, 3, List.of(root(3).node())).verify(RootHash.empty(), root(3)));
    Refused.with(
        Reason.ROOT_MISMATCH,
        () -> new ConsistencyProof(0, 0, List.of()).verify(RootHash.empty(), root(1)));
  }

  private static RootHash root(int n) {
    return REFERENCE.root(n);
  }
}
