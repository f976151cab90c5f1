package org.entente.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Values published by others. */
class GoldenTreeTest {

  private static final HexFormat HEX = HexFormat.of();

  private static final List<String> RFC6962_LEAVES =
      List.of(
          "",
          "00",
          "10",
          "2021",
          "3031",
          "40414243",
          "5051525354555657",
          "606162636465666768696a6b6c6d6e6f");

  private static final List<String> RFC6962_ROOTS =
      List.of(
          "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
          "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
          "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
          "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
          "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
          "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
          "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
          "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
          "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

  /** Trees of transparency-dev/merkle. */
  @Test
  void the_roots_of_rfc_6962_trees() {
    List<LeafHash> leaves =
        RFC6962_LEAVES.stream().map(hex -> LeafHash.ofEntry(HEX.parseHex(hex))).toList();
    CompactRange range = CompactRange.empty();
    assertEquals(RFC6962_ROOTS.getFirst(), range.root().toString());
    for (int n = 1; n <= leaves.size(); n++) {
      range = range.append(leaves.get(n - 1));
      assertEquals(RFC6962_ROOTS.get(n), range.root().toString());
    }
  }

  @Test
  void a_leaf_and_a_node() {
    assertEquals(
        "395aa064aa4c29f7010acfe3f25db9485bbd4b91897b6ad7ad547639252b4d56",
        LeafHash.ofEntry("L123456".getBytes(UTF_8)).toString());
    assertEquals(
        "aa217fe888e47007fa15edab33c2b492a722cb106c64667fc2b044444de66bbb",
        MerkleHasher.sha256(MerkleHasher.NODE, "N123".getBytes(UTF_8), "N456".getBytes(UTF_8))
            .toString());
  }

  /** Trees of transparency-dev/tessera's test log, with its roots at several sizes. */
  @Test
  void the_roots_of_the_tessera_log() {
    List<LeafHash> leaves =
        Stream.of(
                "one two three four five six seven eit nain ten ileven twelf threeten fourten fivten"
                    .split(" "))
            .map(word -> LeafHash.ofEntry(word.getBytes(UTF_8)))
            .toList();
    assertEquals("a6sWvsc2eEzmj72vah7mZ5dwFltivehh2b11qwlp5Jg=", root(leaves, 6));
    assertEquals("IrSXADBqJ7EQoUODSDKROySgNveeL6CFhik2w/+fS7U=", root(leaves, 7));
    assertEquals("SvCd38yNade7xEPY1a/aAc1M3A2AHYVF8lIiUnsH1ao=", root(leaves, 14));
    assertEquals("rKbDipCvhuX1GZ7g5BBe8sA6BbJ7ja/1nk427v383cs=", root(leaves, 15));
  }

  /** Merkle Tree Certificates draft 06, appendix C.1.1: one hash over all subtrees to size 130. */
  @Test
  void all_subtree_hashes() {
    List<LeafHash> leaves = singleBytes();
    StringBuilder all = new StringBuilder();
    for (int end = 0; end <= leaves.size(); end++) {
      for (int start = 0; start <= end; start++) {
        if (isSubtree(start, end)) {
          RootHash root = CompactRange.empty().appendAll(leaves.subList(start, end)).root();
          all.append("[%d, %d) %s\n".formatted(start, end, root));
        }
      }
    }
    assertEquals(
        "b82806ad4265bb151c1119c0f4db437bb4d1a1f887b3a7fba1cd4ebf552e3e81",
        MerkleHasher.sha256(all.toString().getBytes(UTF_8)).toString());
  }

  /** The same draft, appendix C.1.2: one hash over all inclusion proofs of these subtrees. */
  @Test
  void all_inclusion_proofs() {
    List<LeafHash> leaves = singleBytes();
    StringBuilder all = new StringBuilder();
    for (int end = 0; end <= leaves.size(); end++) {
      for (int start = 0; start <= end; start++) {
        if (isSubtree(start, end)) {
          inclusionLines(leaves, start, end).forEach(all::append);
        }
      }
    }
    assertEquals(
        "ac2a8f989e44d99e399db448050ff5f19757df53cfb716aa81015d3955d8163f",
        MerkleHasher.sha256(all.toString().getBytes(UTF_8)).toString());
  }

  private static Stream<String> inclusionLines(List<LeafHash> leaves, int start, int end) {
    ProofBuilder proofs = InMemoryLog.of(leaves.subList(start, end)).proofs();
    List<Long> indices = IntStream.range(0, end - start).mapToObj(i -> (long) i).toList();
    return proofs.inclusions(indices).stream()
        .map(proof ->
            "%d [%d, %d)".formatted(start + proof.index(), start, end)
                + String.join("", proof.path().stream().map(hash -> " " + hash).toList())
                + "\n");
  }

  private static boolean isSubtree(int start, int end) {
    int size = end - start;
    int ceiling = size <= 1 ? 1 : Integer.highestOneBit(size - 1) * 2;
    return start % ceiling == 0;
  }

  private static List<LeafHash> singleBytes() {
    return IntStream.range(0, 130).mapToObj(i -> LeafHash.ofEntry(new byte[] {(byte) i})).toList();
  }

  private static String root(List<LeafHash> leaves, int size) {
    RootHash root = CompactRange.empty().appendAll(leaves.subList(0, size)).root();
    return root.node().octets().base64();
  }
}
