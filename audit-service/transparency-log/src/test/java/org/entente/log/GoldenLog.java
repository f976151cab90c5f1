package org.entente.log;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Makes the vectors in `contract/`: a log of twenty access records with checkpoints, receipts and
 * proofs, and receipts that must be refused. Everything is derived from fixed seeds and times, so
 * it can be made again byte for byte; it is written only when this class is run by hand.
 */
final class GoldenLog {

  static final String ORIGIN = "exchange.entente.example/2026";
  static final int SIZE = 20;
  static final int EARLIER = 13;
  private static final long FIRST_SECOND = 1_795_360_200;
  private static final List<SignerKey> KEYS =
      List.of(TestKeys.ed25519(ORIGIN), TestKeys.mlDsa(ORIGIN));

  private final Map<String, String> files = new TreeMap<>();
  private final List<String> entries =
      IntStream.range(0, SIZE).mapToObj(GoldenLog::record).toList();
  private final InMemoryLog log = InMemoryLog.of(leaves());

  private GoldenLog() {}

  /** Writes the vectors below the directory given as the only argument. */
  public static void main(String[] arguments) throws IOException {
    Path contract = Path.of(arguments[0]);
    for (Map.Entry<String, String> file : files().entrySet()) {
      Path path = contract.resolve(file.getKey());
      Files.createDirectories(path.resolveSibling("."));
      Files.writeString(path, file.getValue());
    }
    GoldenThousand.write(contract.resolve(GoldenThousand.FOLDER));
  }

  /** Each file's path and content. */
  static Map<String, String> files() {
    GoldenLog golden = new GoldenLog();
    golden.log();
    golden.receipts();
    golden.refused();
    golden.files.put("numbered-log.txt", NumberedLog.text());
    return golden.files;
  }

  private void log() {
    String keys = KEYS.stream().map(SignerKey::secretText).collect(Collectors.joining("\n"));
    files.put("test-keys.txt", keys + "\n");
    files.put("tlog-policy", TlogPolicy.text(KEYS.stream().map(SignerKey::verifier).toList()));
    files.put("entries.ndjson", String.join("\n", entries) + "\n");
    files.put(
        "leaf-hashes.txt",
        lines(IntStream.range(0, SIZE).mapToObj(i -> i + " " + log.leaf(i)).toList()));
    files.put(
        "root-hashes.txt",
        lines(IntStream.rangeClosed(0, SIZE).mapToObj(n -> n + " " + root(n)).toList()));
    files.put("checkpoint-" + EARLIER, checkpoint(EARLIER).toString());
    files.put("checkpoint-" + SIZE, checkpoint(SIZE).toString());
    List<String> proofs = new ArrayList<>();
    for (int m = 0; m <= SIZE; m++) {
      List<NodeHash> path = log.proofs().consistency(m).path();
      proofs.add(m + " " + SIZE + path.stream().map(h -> " " + h).collect(Collectors.joining()));
    }
    files.put("consistency-proofs.txt", lines(proofs));
  }

  private void receipts() {
    for (int i = 0; i < SIZE; i++) {
      files.put("receipts/%02d.tlog-proof".formatted(i), receipt(i).toString());
    }
  }

  private void refused() {
    String good = receipt(7).toString();
    List<String> lines = good.lines().toList();
    String hash = lines.get(3) + "\n";
    refuse(
        "RECEIPT_MALFORMED-index-with-leading-zero", good.replace("\nindex 7\n", "\nindex 07\n"));
    refuse("ENTRY_MISSING", good.replace(lines.get(1) + "\n", ""));
    refuse("ROOT_MISMATCH-other-entry", good.replace(lines.get(1), extraOf(8)));
    refuse("ROOT_MISMATCH-index-xor-2", good.replace("\nindex 7\n", "\nindex 5\n"));
    refuse("INDEX_OUTSIDE_TREE", good.replace("\nindex 7\n", "\nindex 20\n"));
    refuse("PROOF_LENGTH_WRONG-first-hash-missing", good.replace(hash, ""));
    refuse("PROOF_LENGTH_WRONG-first-hash-twice", good.replace(hash, hash + hash));
    refuse("SIGNATURE_INVALID-size-changed", good.replace("\n20\n", "\n40\n"));
    refuse("LOG_UNKNOWN", good.replace(ORIGIN + "\n20\n", "other.example/2026\n20\n"));
    refuse("SIGNATURE_MISSING-no-ml-dsa-44", good.replace(lines.getLast() + "\n", ""));
    refuse("NOTE_MALFORMED-no-signature", good.substring(0, good.indexOf("\n\u2014") + 1));
    refuse(
        "CHECKPOINT_MALFORMED-extension-line", good.replace("\n\n\u2014", "\nextension\n\n\u2014"));
  }

  private void refuse(String name, String receipt) {
    files.put("refused/" + name + ".tlog-proof", receipt);
  }

  private TlogProof receipt(int i) {
    return TlogProof.of(Octets.utf8(entries.get(i)), log.proofs().inclusion(i), checkpoint(SIZE));
  }

  private String extraOf(int i) {
    return "extra " + Octets.utf8(entries.get(i)).base64();
  }

  private SignedNote checkpoint(int size) {
    return new Checkpoint(ORIGIN, size, root(size))
        .sign(KEYS, Instant.ofEpochSecond(FIRST_SECOND + size));
  }

  private RootHash root(int size) {
    return CompactRange.empty().appendAll(leaves().subList(0, size)).root();
  }

  private List<LeafHash> leaves() {
    return entries.stream().map(entry -> LeafHash.ofEntry(entry.getBytes(UTF_8))).toList();
  }

  private static String lines(List<String> lines) {
    return String.join("\n", lines) + "\n";
  }

  /** An access record as the audit-service takes it; odd ones are refusals. */
  private static String record(int i) {
    String outcome =
        i % 2 == 0
            ? "\"status_id\":1,\"status_code\":\"200\",\"action_id\":1,\"disposition_id\":1"
            : "\"status_id\":2,\"status_code\":\"403\",\"status_detail\":\"AUTHZ_COLLECTION\","
                + "\"action_id\":2,\"disposition_id\":2";
    return """
    {"metadata":{"version":"1.8.0","uid":"00000000-0000-4000-8000-%1$012d",\
    "product":{"name":"indicator-service","vendor_name":"Entente"},"profiles":["security_control"],\
    "correlation_uid":"00000000-0000-4000-9000-%1$012d"},"category_uid":6,"class_uid":6003,\
    "activity_id":2,"type_uid":600302,"severity_id":1,"time":%2$d,%3$s,\
    "actor":{"user":{"uid":"eu-feed","org":{"uid":"eu"}}},"src_endpoint":{"ip":"127.0.0.1"},\
    "api":{"operation":"taxii.getObjects","request":{"uid":"00000000-0000-4000-9000-%1$012d"}},\
    "unmapped":{"purpose":"golden log"}}\
    """
        .formatted(i, (FIRST_SECOND + i) * 1000, outcome);
  }
}
