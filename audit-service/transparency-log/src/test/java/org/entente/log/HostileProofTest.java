package org.entente.log;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.entente.log.EvidenceRejected.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Proofs that are nearly right. The named ones were accepted by a published verifier. */
class HostileProofTest {

  private static final InMemoryLog LOG = InMemoryLog.of(InMemoryLog.numbered(0, 300));

  @Test
  void a_one_entry_tree_with_an_empty_root_and_an_empty_leaf() {
    LeafHash leaf = LeafHash.ofEntry(new byte[0]);
    Refused.with(
        Reason.ROOT_MISMATCH,
        () -> new InclusionProof(0, 1, List.of()).verify(leaf, RootHash.empty()));
    Refused.with(
        Reason.INDEX_OUTSIDE_TREE,
        () -> new InclusionProof(0, 0, List.of()).verify(leaf, RootHash.empty()));
    Refused.with(Reason.ENCODING_MALFORMED, () -> RootHash.of(new byte[0]));
    Refused.with(Reason.ENCODING_MALFORMED, () -> LeafHash.of(new byte[0]));
  }

  @Test
  void size_8_claimed_to_be_16() {
    assertRefused(8, 3, 3, 16);
  }

  @Test
  void index_3_of_size_3() {
    assertRefused(3, 2, 3, 3);
  }

  @Test
  void index_minus_1() {
    assertRefused(8, 0, -1, 8);
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 4, 7, 8, 9, 255, 256, 257, 300})
  void the_index_xor_2_or_one_off_and_the_size_halved_or_doubled(int size) {
    for (int i = 0; i < size; i++) {
      assertRefused(size, i, i ^ 2, size);
      assertRefused(size, i, i + 1, size);
      assertRefused(size, i, i - 1, size);
      assertRefused(size, i, i, 2L * size);
    }
    assertRefused(size, size - 1, size - 1, size / 2);
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, Long.MIN_VALUE, Long.MAX_VALUE})
  void the_largest_numbers_do_not_confuse_the_verifier(long size) {
    LeafHash leaf = LOG.leaf(0);
    List<NodeHash> path = Collections.nCopies(64, leaf.node());
    for (long index : new long[] {0, 1, size - 1, size >>> 1}) {
      for (int length = 0; length <= 64; length++) {
        InclusionProof proof = new InclusionProof(index, size, path.subList(0, length));
        assertThrows(EvidenceRejected.class, () -> proof.verify(leaf, RootHash.empty()));
      }
    }
    Refused.with(
        Reason.INDEX_OUTSIDE_TREE,
        () -> new InclusionProof(size, size, path).verify(leaf, RootHash.empty()));
    assertThrows(
        EvidenceRejected.class, () -> new ConsistencyProof(1, size, path).verify(root(1), root(1)));
  }

  /** Index 0 of 2^64 - 1 entries has a path of 64: unsigned arithmetic gets to the end of it. */
  @Test
  void the_largest_tree_can_be_verified() {
    NodeHash hash = LOG.leaf(0).node();
    NodeHash root = hash;
    for (int height = 0; height < 64; height++) {
      root = MerkleHasher.node(root, hash);
    }
    new InclusionProof(0, -1, Collections.nCopies(64, hash))
        .verify(LOG.leaf(0), new RootHash(root));
  }

  @Property(tries = 400)
  void one_flipped_bit_anywhere_fails_inclusion(
      @ForAll @IntRange(min = 1, max = 300) int size,
      @ForAll @IntRange(max = 299) int at,
      @ForAll @IntRange(max = 255) int bit) {
    int i = at % size;
    InclusionProof good = new ProofBuilder(LOG, size).inclusion(i);
    good.verify(LOG.leaf(i), root(size));
    assertFails(good, new LeafHash(flip(LOG.leaf(i).node(), bit)), root(size));
    assertFails(good, LOG.leaf(i), new RootHash(flip(root(size).node(), bit)));
    for (int p = 0; p < good.path().size(); p++) {
      List<NodeHash> path = new ArrayList<>(good.path());
      path.set(p, flip(path.get(p), bit));
      assertFails(new InclusionProof(i, size, path), LOG.leaf(i), root(size));
    }
    assertFails(new InclusionProof(i ^ 1L << bit % 64, size, good.path()), LOG.leaf(i), root(size));
    assertFails(new InclusionProof(i, size, longer(good.path())), LOG.leaf(i), root(size));
  }

  @Property(tries = 400)
  void one_flipped_bit_anywhere_fails_consistency(
      @ForAll @IntRange(min = 2, max = 300) int size,
      @ForAll @IntRange(max = 299) int at,
      @ForAll @IntRange(max = 255) int bit) {
    int old = 1 + at % size;
    ConsistencyProof good = new ProofBuilder(LOG, size).consistency(old);
    good.verify(root(old), root(size));
    assertFails(good, new RootHash(flip(root(old).node(), bit)), root(size));
    assertFails(good, root(old), new RootHash(flip(root(size).node(), bit)));
    for (int p = 0; p < good.path().size(); p++) {
      List<NodeHash> path = new ArrayList<>(good.path());
      path.set(p, flip(path.get(p), bit));
      assertFails(new ConsistencyProof(old, size, path), root(old), root(size));
    }
    assertFails(new ConsistencyProof(old, size, longer(good.path())), root(old), root(size));
    if (!good.path().isEmpty()) {
      List<NodeHash> shorter = good.path().subList(1, good.path().size());
      assertFails(new ConsistencyProof(old, size, shorter), root(old), root(size));
    }
  }

  @Test
  void a_tree_that_shrinks_or_changes_at_the_same_size() {
    ConsistencyProof shrinking = new ConsistencyProof(9, 8, List.of());
    Refused.with(Reason.SIZES_REVERSED, () -> shrinking.verify(root(9), root(8)));
    ConsistencyProof same = new ConsistencyProof(8, 8, List.of());
    Refused.with(Reason.OLD_ROOT_MISMATCH, () -> same.verify(root(7), root(8)));
    ConsistencyProof rewritten = new ProofBuilder(LOG, 300).consistency(100);
    Refused.with(Reason.OLD_ROOT_MISMATCH, () -> rewritten.verify(root(99), root(300)));
    Refused.with(Reason.ROOT_MISMATCH, () -> rewritten.verify(root(100), root(299)));
  }

  @Test
  void a_consistency_proof_presented_for_other_sizes() {
    for (int size : new int[] {2, 7, 8, 256, 300}) {
      ConsistencyProof good = new ProofBuilder(LOG, size).consistency(size / 2);
      for (long claimed : new long[] {2L * size, 4L * size, -1}) {
        ConsistencyProof moved = new ConsistencyProof(size / 2, claimed, good.path());
        assertFails(moved, root(size / 2), root(size));
      }
    }
    ConsistencyProof doubled =
        new ConsistencyProof(4, 16, new ProofBuilder(LOG, 8).consistency(4).path());
    Refused.with(Reason.PROOF_LENGTH_WRONG, () -> doubled.verify(root(4), root(8)));
    ConsistencyProof halved =
        new ConsistencyProof(4, 8, new ProofBuilder(LOG, 16).consistency(4).path());
    Refused.with(Reason.PROOF_LENGTH_WRONG, () -> halved.verify(root(4), root(16)));
  }

  /** Why a size is believed only from a signed checkpoint, never from a proof alone. */
  @Test
  void sizes_with_proofs_of_the_same_shape_are_told_apart_by_the_checkpoint_alone() {
    InclusionProof good = new ProofBuilder(LOG, 5).inclusion(0);
    new InclusionProof(0, 7, good.path()).verify(LOG.leaf(0), root(5));
    assertFails(new InclusionProof(0, 7, good.path()), LOG.leaf(0), root(7));
  }

  /** A valid proof, presented for another index or size. */
  private static void assertRefused(int size, int index, long claimedIndex, long claimedSize) {
    InclusionProof good = new ProofBuilder(LOG, size).inclusion(index);
    assertFails(
        new InclusionProof(claimedIndex, claimedSize, good.path()), LOG.leaf(index), root(size));
  }

  private static void assertFails(InclusionProof proof, LeafHash leaf, RootHash root) {
    assertThrows(EvidenceRejected.class, () -> proof.verify(leaf, root));
  }

  private static void assertFails(ConsistencyProof proof, RootHash old, RootHash root) {
    assertThrows(EvidenceRejected.class, () -> proof.verify(old, root));
  }

  private static RootHash root(int size) {
    return CompactRange.empty().appendAll(InMemoryLog.numbered(0, size)).root();
  }

  private static List<NodeHash> longer(List<NodeHash> path) {
    List<NodeHash> longer = new ArrayList<>(path);
    longer.add(LOG.leaf(0).node());
    return longer;
  }

  private static NodeHash flip(NodeHash hash, int bit) {
    byte[] bytes = hash.toByteArray();
    bytes[bit / 8] ^= (byte) (1 << bit % 8);
    return NodeHash.of(bytes);
  }
}
