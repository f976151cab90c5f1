package org.entente.kit.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.entente.kit.json.StrictJson;
import org.entente.kit.manifest.Sha256;
import org.entente.log.Checkpoint;
import org.entente.log.ConsistencyProof;
import org.entente.log.EvidenceRejected;
import org.entente.log.NodeHash;
import org.entente.log.Octets;
import org.entente.log.ProvenEntry;
import org.entente.log.SignedNote;
import org.entente.log.TlogPolicy;
import org.entente.log.TlogProof;
import org.entente.log.WitnessedCheckpoint;

/**
 * Verifies a pack of evidence without any network. Believes nothing but the policy it is given; the
 * pack's own is only compared. Memory does not grow with the pack. One use, one thread.
 */
public final class PackAudit {

  private static final String RECEIPT = ".tlog-proof";

  private final PackFile pack;
  private final TlogPolicy policy;
  private final List<Long> indices = new ArrayList<>();

  /**
   * What a pack proves.
   *
   * @param checkpoint that all entries are proven against, and who has cosigned it
   * @param indices of the entries, in order
   * @param range whether the pack says, and its indices show, that none between them is left out
   * @param next where the export that continues this one begins, if there was more
   * @param export the receipt of the record of the export
   * @param disclosed what that record discloses, such as {@code query_string}
   * @param stamps what each party's authority stamped, by party; whether it did is not judged here
   */
  public record Proven(
      WitnessedCheckpoint checkpoint,
      List<Long> indices,
      boolean range,
      Optional<Long> next,
      ProvenReceipt export,
      Map<String, String> disclosed,
      Map<String, Stamped> stamps) {

    /** Copies the collections. */
    public Proven {
      indices = List.copyOf(indices);
      disclosed = Map.copyOf(disclosed);
      stamps = Map.copyOf(stamps);
    }
  }

  /**
   * A time-stamp reply and what it is said to stamp: a tree that begins with, or is the beginning
   * of, the one that the entries are proven against.
   */
  public record Stamped(String text, Octets reply) {}

  private PackAudit(PackFile pack, TlogPolicy policy) {
    this.pack = pack;
    this.policy = policy;
  }

  /**
   * Verifies the pack in this file.
   *
   * @throws PackRejected when its files do not fit each other
   * @throws EvidenceRejected when a receipt or a signature does not hold
   */
  public static Proven of(Path file, TlogPolicy policy) {
    try (PackFile pack = new PackFile(file)) {
      return new PackAudit(pack, policy).run();
    }
  }

  private Proven run() {
    pack.requireDigests();
    SignedNote note = SignedNote.parse(pack.bytes("checkpoint"));
    WitnessedCheckpoint checkpoint = policy.examine(note);
    entries(note);
    ProvenReceipt export = export();
    Map<?, ?> said = entriesSaid(export);
    return new Proven(
        checkpoint,
        indices,
        range(said),
        said.get("next") instanceof Long next ? Optional.of(next) : Optional.empty(),
        export,
        PackDisclosures.of(
            export.proven().index(),
            pack.text("export-disclosures.jsonl").strip(),
            export.proven().entry().toByteArray()),
        stamps(checkpoint.checkpoint()));
  }

  /** Each receipt, and the line that shows its entry. */
  private void entries(SignedNote note) {
    Map<Long, String> receipts = new TreeMap<>();
    for (String name : pack.in("proofs", RECEIPT)) {
      receipts.put(number(name), "proofs/" + name + RECEIPT);
    }
    try (InputStream lines = new BufferedInputStream(pack.open("entries.jsonl"));
        BufferedReader disclosed =
            new BufferedReader(new InputStreamReader(pack.open("disclosures.jsonl"), UTF_8))) {
      for (Map.Entry<Long, String> receipt : receipts.entrySet()) {
        byte[] entry = entry(receipt.getKey(), receipt.getValue(), note, lines);
        PackDisclosures.of(receipt.getKey(), line(disclosed), entry);
      }
      require(lines.read() < 0, "entries.jsonl has lines without a receipt");
      require(disclosed.read() < 0, "disclosures.jsonl has lines without a receipt");
    } catch (IOException e) {
      throw new PackRejected("the entries cannot be read: " + e.getMessage());
    }
  }

  private static String line(BufferedReader lines) throws IOException {
    String line = lines.readLine();
    if (line == null) {
      throw new PackRejected("disclosures.jsonl has too few lines");
    }
    return line;
  }

  private byte[] entry(long index, String name, SignedNote note, InputStream lines)
      throws IOException {
    TlogProof receipt = TlogProof.parse(pack.bytes(name));
    require(receipt.note().equals(note), name + " has another checkpoint");
    ProvenEntry proven = receipt.verify(policy.sequenced());
    require(proven.index() == index, name + " proves entry " + proven.index());
    byte[] line = line(proven.entry().toByteArray());
    require(
        Arrays.equals(lines.readNBytes(line.length), line),
        "entries.jsonl does not show what " + name + " proves");
    indices.add(index);
    return proven.entry().toByteArray();
  }

  /** Line ends between JSON's parts are shown as spaces. */
  private static byte[] line(byte[] entry) {
    byte[] line = Arrays.copyOf(entry, entry.length + 1);
    for (int i = 0; i < entry.length; i++) {
      if (line[i] == '\n' || line[i] == '\r') {
        line[i] = ' ';
      }
    }
    line[entry.length] = '\n';
    return line;
  }

  private ProvenReceipt export() {
    ProvenReceipt export = ProvenReceipt.of(pack.bytes("export" + RECEIPT), policy);
    require(
        export.text("api", "operation").filter("log.export"::equals).isPresent(),
        "export.tlog-proof is the receipt of no export");
    try (InputStream entries = pack.open("entries.jsonl")) {
      require(
          export.namesBody(Sha256.of(entries).base64Url()),
          "export.tlog-proof is the receipt of another export");
    } catch (IOException e) {
      throw new PackRejected("entries.jsonl cannot be read: " + e.getMessage());
    }
    return export;
  }

  /** What the manifest says of the entries and of the export must be what is proven. */
  private Map<?, ?> entriesSaid(ProvenReceipt export) {
    Map<String, Object> manifest = StrictJson.object(pack.bytes("manifest.json"));
    Map<?, ?> entries = members(manifest, "entries");
    Map<?, ?> made = members(manifest, "export");
    require(indices.equals(entries.get("indices")), "manifest.json lists other entries");
    require(
        Long.valueOf(export.proven().index()).equals(made.get("index"))
            && export.leaf().equals(made.get("leaf")),
        "manifest.json names another export");
    return entries;
  }

  private boolean range(Map<?, ?> entries) {
    if (!"range".equals(entries.get("completeness"))) {
      return false;
    }
    require(
        indices.isEmpty() || indices.getLast() - indices.getFirst() + 1 == indices.size(),
        "manifest.json says that no entry is left out, but some are");
    return true;
  }

  private static Map<?, ?> members(Map<String, Object> manifest, String name) {
    if (manifest.get(name) instanceof Map<?, ?> members) {
      return members;
    }
    throw new PackRejected("manifest.json has no " + name);
  }

  private Map<String, Stamped> stamps(Checkpoint checkpoint) {
    Map<String, Stamped> stamps = new TreeMap<>();
    for (String party : pack.in("timestamps", ".tsr")) {
      String name = "timestamps/" + party;
      String text = pack.text(name + ".note");
      requireOneTree(Checkpoint.parse(text), checkpoint, pack.text(name + ".consistency"));
      stamps.put(party, new Stamped(text, Octets.of(pack.bytes(name + ".tsr"))));
    }
    return stamps;
  }

  private static void requireOneTree(Checkpoint stamped, Checkpoint proven, String line) {
    require(stamped.origin().equals(proven.origin()), "a time stamp of another log");
    boolean before = stamped.size() <= proven.size();
    Checkpoint earlier = before ? stamped : proven;
    Checkpoint later = before ? proven : stamped;
    List<String> words = List.of(line.strip().split(" ", -1));
    try {
      List<NodeHash> path =
          words.stream().skip(2).map(hex -> NodeHash.of(HexFormat.of().parseHex(hex))).toList();
      new ConsistencyProof(earlier.size(), later.size(), path).verify(earlier.root(), later.root());
    } catch (IllegalArgumentException e) {
      throw new PackRejected("a consistency proof that is none");
    }
  }

  private static long number(String text) {
    if (!text.matches("0|[1-9][0-9]{0,17}")) {
      throw new PackRejected("proofs/" + text + RECEIPT + " is named after no entry");
    }
    return Long.parseLong(text);
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new PackRejected(otherwise);
    }
  }
}
