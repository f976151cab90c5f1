package org.entente.log;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The golden log of 1 000 entries in `contract/golden`, laid out as it would be served: entries by
 * a rule, everything else committed. Made again only when {@link GoldenLog} is run by hand.
 */
final class GoldenThousand {

  static final String FOLDER = "golden";
  static final int SIZE = 1000;
  static final int EARLIER = 600;
  static final List<Integer> RECEIPTS = List.of(0, 255, 256, 767, 999);
  static final List<Integer> OLD_SIZES = List.of(1, 255, 256, 257, 512, 600, 768, 999);

  private static final String WITNESS = "witness.entente.example";
  private static final long FIRST_MILLISECOND = 1_795_360_200_000L;
  private static final List<SignerKey> LOG =
      List.of(TestKeys.ed25519(GoldenLog.ORIGIN), TestKeys.mlDsa(GoldenLog.ORIGIN));
  private static final List<SignerKey> WITNESSES =
      List.of(
          TestKeys.key(WITNESS, KeyType.ED25519_COSIGNATURE),
          TestKeys.key(WITNESS, KeyType.ML_DSA_44));

  private final SortedMap<String, byte[]> files = new TreeMap<>();
  private final InMemoryLog log = InMemoryLog.of(leaves());

  private GoldenThousand() {}

  static void write(Path folder) throws IOException {
    for (Map.Entry<String, byte[]> file : files().entrySet()) {
      Path path = folder.resolve(file.getKey());
      Files.createDirectories(path.resolveSibling("."));
      Files.write(path, file.getValue());
    }
  }

  /** Each file's path and content. */
  static SortedMap<String, byte[]> files() {
    GoldenThousand golden = new GoldenThousand();
    golden.put("tlog-policy", policy());
    golden.put(
        "test-keys.txt",
        java.util.stream.Stream.concat(LOG.stream(), WITNESSES.stream())
            .map(key -> key.secretText() + "\n")
            .collect(Collectors.joining()));
    golden.roots();
    golden.proofs();
    golden.tiles();
    golden.put("checkpoint", golden.checkpoint(SIZE).toString());
    golden.put("checkpoint-" + EARLIER, golden.checkpoint(EARLIER).toString());
    return golden.files;
  }

  /** The rule: entry i, whose text is of 0 to 6 letters of three bytes each. */
  static Octets entry(int i) {
    return Octets.utf8(
        "{\"time\":%d,\"n\":%d,\"text\":\"%s\"}"
            .formatted(FIRST_MILLISECOND + i, i, "\uac00".repeat(i % 7)));
  }

  static List<LeafHash> leaves() {
    return IntStream.range(0, SIZE)
        .mapToObj(i -> LeafHash.ofEntry(entry(i).toByteArray()))
        .toList();
  }

  /** Every root, so that a tree of any size can be compared. */
  private void roots() {
    StringBuilder text = new StringBuilder();
    CompactRange range = CompactRange.empty();
    text.append("0 ").append(range.root()).append('\n');
    for (LeafHash leaf : leaves()) {
      range = range.append(leaf);
      text.append(range.size()).append(' ').append(range.root()).append('\n');
    }
    put("root-hashes.txt", text.toString());
  }

  private void proofs() {
    List<String> lines = new ArrayList<>();
    for (int old : OLD_SIZES) {
      lines.add(old + " " + SIZE + hashes(log.proofs().consistency(old).path()));
    }
    put("consistency-proofs.txt", String.join("\n", lines) + "\n");
    for (int i : RECEIPTS) {
      TlogProof receipt = TlogProof.of(entry(i), log.proofs().inclusion(i), checkpoint(SIZE));
      put("receipts/%03d.tlog-proof".formatted(i), receipt.toString());
    }
  }

  private void tiles() {
    for (int level = 0; TileLayout.hashes(level, SIZE) > 0; level++) {
      for (long n = 0; TileLayout.width(level, n, SIZE) > 0; n++) {
        Tile tile = log.tile(new TileCoordinates(level, n, TileLayout.width(level, n, SIZE)));
        files.put(tile.at().path(), tile.hashes().toByteArray());
      }
    }
  }

  private SignedNote checkpoint(int size) {
    Instant signed = Instant.ofEpochSecond(FIRST_MILLISECOND / 1000 + size);
    SignedNote note =
        new Checkpoint(GoldenLog.ORIGIN, size, new ProofBuilder(log, size).range().root())
            .sign(LOG, signed);
    return note.with(
        WITNESSES.stream().map(key -> key.sign(note.text(), signed.plusSeconds(1))).toList());
  }

  private static String policy() {
    String logs = LOG.stream().map(k -> "log " + k.verifier() + "\n").collect(Collectors.joining());
    return logs
        + "witness classic "
        + WITNESSES.getFirst().verifier()
        + "\nwitness quantum "
        + WITNESSES.getLast().verifier()
        + "\ngroup both all classic quantum\nquorum both\n";
  }

  private void put(String name, String text) {
    files.put(name, text.getBytes(UTF_8));
  }

  private static String hashes(List<NodeHash> path) {
    return path.stream().map(hash -> " " + hash).collect(Collectors.joining());
  }
}
