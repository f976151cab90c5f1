package org.entente.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A log of 1 000 entries never changes, and others come to the same. */
class GoldenThousandTest {

  private static final Path GOLDEN = Path.of("contract", GoldenThousand.FOLDER);
  private static final Path GO_SOURCES = Path.of("/usr/share/gocode/src");

  @TempDir private Path folder;

  @Test
  void the_committed_files_are_what_is_made() throws IOException {
    SortedMap<String, byte[]> made = GoldenThousand.files();
    SortedMap<String, Path> committed = new TreeMap<>();
    try (Stream<Path> all = Files.walk(GOLDEN)) {
      all.filter(Files::isRegularFile)
          .forEach(file -> committed.put(GOLDEN.relativize(file).toString(), file));
    }
    assertEquals(made.keySet(), committed.keySet());
    for (String name : made.keySet()) {
      assertArrayEquals(made.get(name), Files.readAllBytes(committed.get(name)), name);
    }
  }

  @Test
  void the_recursive_definitions_come_to_the_same() throws IOException {
    ReferenceTree reference = new ReferenceTree(GoldenThousand.leaves());
    List<String> roots = lines("root-hashes.txt");
    for (int n = 0; n <= GoldenThousand.SIZE; n++) {
      assertEquals(n + " " + reference.root(n), roots.get(n));
    }
    for (String line : lines("consistency-proofs.txt")) {
      String[] words = line.split(" ", -1);
      assertEquals(
          reference.proof(Integer.parseInt(words[0]), GoldenThousand.SIZE),
          Arrays.stream(words).skip(2).map(GoldenThousandTest::hash).toList());
    }
    for (int i : GoldenThousand.RECEIPTS) {
      assertEquals(reference.path(i, GoldenThousand.SIZE), receipt(i).path());
    }
    for (int hash = 0; hash < 3; hash++) {
      Tile above =
          Tile.of(
              new TileCoordinates(1, 0, 3), Files.readAllBytes(GOLDEN.resolve("tile/1/000.p/3")));
      assertEquals(reference.mth(hash * 256, (hash + 1) * 256), above.hash(hash));
    }
  }

  @Test
  void the_checkpoints_are_witnessed_and_receipts_prove_their_entries() throws IOException {
    TlogPolicy policy = TlogPolicy.parse(Files.readAllBytes(GOLDEN.resolve("tlog-policy")));
    assertEquals(GoldenThousand.SIZE, policy.verify(note("checkpoint")).size());
    assertEquals(GoldenThousand.EARLIER, policy.verify(note("checkpoint-600")).size());
    for (int i : GoldenThousand.RECEIPTS) {
      ProvenEntry proven = receipt(i).verify(policy);
      assertEquals(GoldenThousand.entry(i), proven.entry());
      assertEquals(i, proven.index());
    }
  }

  /**
   * golang.org/x/mod/sumdb is the checksum database's own verifier: it opens our checkpoint, reads
   * our tiles, checks and makes our proofs, and signs our checkpoint as it stands.
   */
  @Test
  void the_verifier_of_go_comes_to_the_same_and_cosigns() throws Exception {
    assumeTrue(
        Files.isDirectory(GO_SOURCES.resolve("golang.org/x/mod/sumdb/tlog")) && exists("go"),
        "skipped: go and golang.org/x/mod are not installed"
            + " (Debian: golang-go golang-golang-x-mod-dev)");
    Path cosigned = folder.resolve("cosigned");

    assertEquals("", go("verify.go", GOLDEN.toString(), cosigned.toString()));

    String vkey = Files.readString(folder.resolve("cosigned.vkey")).strip();
    SignedNote note = SignedNote.parse(Files.readAllBytes(cosigned));
    VerifierKey key = VerifierKey.parse(vkey);
    assertTrue(note.verify(List.of(key)).contains(key));
    assertEquals(note("checkpoint").text(), note.text());
    TlogPolicy policy = TlogPolicy.parse(Files.readAllBytes(GOLDEN.resolve("tlog-policy")));
    assertEquals(GoldenThousand.SIZE, policy.verify(note).size(), "and spoils no line of others");
  }

  @Test
  void the_verifier_of_go_refuses_a_changed_log() throws Exception {
    assumeTrue(
        Files.isDirectory(GO_SOURCES.resolve("golang.org/x/mod/sumdb/tlog")) && exists("go"),
        "skipped: go and golang.org/x/mod are not installed");
    Path changed = folder.resolve("changed");
    for (var file : GoldenThousand.files().entrySet()) {
      Path path = changed.resolve(file.getKey());
      Files.createDirectories(path.resolveSibling("."));
      byte[] bytes = file.getValue();
      if (file.getKey().equals("tile/0/001")) {
        bytes[7]++;
      }
      Files.write(path, bytes);
    }
    String said = go("verify.go", changed.toString(), folder.resolve("cosigned").toString());
    assertTrue(said.contains("tile"), said);
  }

  /** What it complains of; empty when it exits with 0. */
  private String go(String program, String... arguments) throws Exception {
    List<String> command =
        Stream.concat(Stream.of("go", "run", "contract/go/" + program), Arrays.stream(arguments))
            .toList();
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder
        .environment()
        .putAll(
            java.util.Map.of(
                "GO111MODULE", "off",
                "GOPATH", "/usr/share/gocode",
                "GOCACHE", Path.of("target/go-cache").toAbsolutePath().toString()));
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    return process.waitFor() == 0 ? "" : "exit " + process.exitValue() + ": " + said;
  }

  private static boolean exists(String program) {
    return Stream.of(System.getenv("PATH").split(":", -1))
        .anyMatch(part -> Files.isExecutable(Path.of(part, program)));
  }

  private static TlogProof receipt(int i) throws IOException {
    String name = "receipts/%03d.tlog-proof".formatted(i);
    return TlogProof.parse(Files.readAllBytes(GOLDEN.resolve(name)));
  }

  private static SignedNote note(String name) throws IOException {
    return SignedNote.parse(Files.readAllBytes(GOLDEN.resolve(name)));
  }

  private static List<String> lines(String name) throws IOException {
    return Files.readAllLines(GOLDEN.resolve(name));
  }

  private static NodeHash hash(String hex) {
    return NodeHash.of(HexFormat.of().parseHex(hex));
  }
}
