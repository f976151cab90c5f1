package org.entente.log;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.entente.log.EvidenceRejected.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The committed vectors hold, read as a third party reads them. */
class ContractTest {

  private static final Path CONTRACT = Path.of("contract");

  @Test
  void the_committed_files_are_what_is_made() throws IOException {
    Map<String, String> committed = new TreeMap<>();
    for (Path file : files(CONTRACT)) {
      if (file.startsWith(CONTRACT.resolve(GoldenThousand.FOLDER))) {
        continue; // GoldenThousandTest compares it.
      }
      committed.put(CONTRACT.relativize(file).toString(), Files.readString(file));
    }
    committed.keySet().removeAll(List.of("README.md", "check-by-hand.sh", "go/verify.go"));
    assertEquals(GoldenLog.files(), committed);
  }

  @Test
  void every_receipt_proves_its_entry() throws IOException {
    List<String> entries = Files.readAllLines(CONTRACT.resolve("entries.ndjson"));
    List<String> leaves = Files.readAllLines(CONTRACT.resolve("leaf-hashes.txt"));
    List<Path> receipts = files(CONTRACT.resolve("receipts"));
    assertEquals(entries.size(), receipts.size());
    for (int i = 0; i < entries.size(); i++) {
      ProvenEntry proven = TlogProof.parse(Files.readAllBytes(receipts.get(i))).verify(policy());
      assertEquals(Octets.utf8(entries.get(i)), proven.entry());
      assertEquals(leaves.get(i), proven.index() + " " + proven.leaf());
    }
  }

  @Test
  void every_refused_receipt_is_refused_for_the_reason_in_its_name() throws IOException {
    List<Path> refused = files(CONTRACT.resolve("refused"));
    assertFalse(refused.isEmpty());
    for (Path file : refused) {
      String name = file.toFile().getName().replace(".tlog-proof", "");
      byte[] receipt = Files.readAllBytes(file);
      Refused.with(
          Reason.valueOf(name.replaceFirst("-.*", "")),
          () -> TlogProof.parse(receipt).verify(policy()));
    }
  }

  @Test
  void the_later_checkpoint_continues_every_earlier_tree() throws IOException {
    Checkpoint earlier = checkpoint("checkpoint-13");
    Checkpoint later = checkpoint("checkpoint-20");
    List<String> roots = Files.readAllLines(CONTRACT.resolve("root-hashes.txt"));
    assertEquals("13 " + earlier.root(), roots.get(13));
    assertEquals("20 " + later.root(), roots.get(20));
    for (String line : Files.readAllLines(CONTRACT.resolve("consistency-proofs.txt"))) {
      String[] words = line.split(" ", -1);
      int old = Integer.parseInt(words[0]);
      List<NodeHash> path = Arrays.stream(words).skip(2).map(ContractTest::hash).toList();
      new ConsistencyProof(old, later.size(), path)
          .verify(
              new RootHash(hash(roots.get(old).substring(words[0].length() + 1))), later.root());
    }
  }

  @Test
  void the_signatures_can_be_made_again_with_the_test_keys() throws IOException {
    List<SignerKey> keys =
        Files.readAllLines(CONTRACT.resolve("test-keys.txt")).stream()
            .map(SignerKey::parse)
            .toList();
    assertEquals(policy(), TlogPolicy.ofLogs(keys.stream().map(SignerKey::verifier).toList()));
    byte[] committed = Files.readAllBytes(CONTRACT.resolve("checkpoint-20"));
    SignedNote again =
        checkpoint("checkpoint-20").sign(keys, java.time.Instant.ofEpochSecond(1_795_360_220));
    assertArrayEquals(committed, again.toByteArray());
  }

  /**
   * The shell script needs no line of ours; where its tools are, it must come to the same result.
   */
  @Test
  void a_receipt_is_checked_with_sha256sum_and_openssl_alone() throws Exception {
    assumeTrue(run("sh", "-c", "command -v openssl xxd base64 sha256sum") == 0, "tools missing");
    String script = CONTRACT.resolve("check-by-hand.sh").toString();
    assertEquals(0, run("sh", script, "contract/receipts/07.tlog-proof"));
    assertNotEquals(
        0, run("sh", script, "contract/refused/SIGNATURE_INVALID-size-changed.tlog-proof"));
    assertNotEquals(
        0, run("sh", script, "contract/refused/CHECKPOINT_MALFORMED-extension-line.tlog-proof"));
  }

  @Test
  void the_script_is_content_with_either_key_while_the_log_changes_it(@TempDir Path folder)
      throws Exception {
    assumeTrue(run("sh", "-c", "command -v openssl xxd base64 sha256sum") == 0, "tools missing");
    var script = CONTRACT.resolve("check-by-hand.sh").toString();
    var lines = Files.readAllLines(CONTRACT.resolve("tlog-policy"));
    var origin = policy().logs().getFirst().name();
    var next = SignerKey.generate(origin, KeyType.ED25519, new SecureRandom()).verifier();
    var changing = folder.resolve("changing");
    Files.write(
        changing, Stream.concat(Stream.of("log " + next), lines.reversed().stream()).toList());
    var changed = Files.write(folder.resolve("changed"), List.of("log " + next));

    assertEquals(0, run("sh", script, "contract/receipts/07.tlog-proof", changing.toString()));
    assertNotEquals(0, run("sh", script, "contract/receipts/07.tlog-proof", changed.toString()));
  }

  private static int run(String... command) throws IOException, InterruptedException {
    return new ProcessBuilder(command)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
  }

  private static Checkpoint checkpoint(String name) throws IOException {
    return policy().verify(SignedNote.parse(Files.readAllBytes(CONTRACT.resolve(name))));
  }

  private static TlogPolicy policy() throws IOException {
    return TlogPolicy.parse(Files.readAllBytes(CONTRACT.resolve("tlog-policy")));
  }

  private static NodeHash hash(String hex) {
    return NodeHash.of(java.util.HexFormat.of().parseHex(hex));
  }

  private static List<Path> files(Path directory) throws IOException {
    try (Stream<Path> all = Files.walk(directory)) {
      return all.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
