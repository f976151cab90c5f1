package org.entente.kit.cli;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.entente.kit.manifest.Sha256;
import org.entente.log.ConsistencyProof;
import org.entente.timestamp.TimeStampRequest;

/** A pack of evidence of the first entries of a log, as the audit-service writes it. */
final class TestPack {

  final Map<String, byte[]> files = new TreeMap<>();
  private final TestLog log;
  private final List<Integer> indices = new ArrayList<>();
  private int treeSize;

  /** Appends so many entries, and the record of the export. */
  TestPack(TestLog log, int entries) {
    this.log = log;
    for (int i = log.size(); i < entries; i++) {
      log.append("{\"n\":" + i + "}");
    }
    for (int i = 0; i < entries; i++) {
      indices.add(i);
    }
    make();
  }

  private void make() {
    String lines = joined(indices.stream().map(log::entry).toList());
    String query = disclosure("query_string", "first=0");
    log.append(record(query, lines));
    treeSize = log.size();
    int own = treeSize - 1;
    files.clear();
    put("entries.jsonl", lines);
    put(
        "disclosures.jsonl",
        joined(indices.stream().map(i -> "{\"index\":" + i + ",\"disclosures\":[]}").toList()));
    put(
        "export-disclosures.jsonl",
        "{\"index\":" + own + ",\"disclosures\":[\"" + query + "\"]}\n");
    indices.forEach(i -> files.put("proofs/" + i + ".tlog-proof", log.receipt(log.leaf(i))));
    files.put("export.tlog-proof", log.receipt(log.leaf(own)));
    put("checkpoint", log.checkpoint().toString());
    put("policy", log.policy());
    put(
        "manifest.json",
        """
        {"format":"entente-evidence/1","export":{"index":%d,"leaf":"%s"},
         "entries":{"completeness":"range","indices":%s}}
        """
            .formatted(own, log.leaf(own), indices));
    sum();
  }

  private static String record(String query, String lines) {
    String digest = Sha256.of(query.getBytes(US_ASCII)).base64Url();
    return """
    {"actor":{"user":{"org":{"uid":"kr"}}},"api":{"operation":"log.export"},\
    "query_info":{"_sd":["%s"]},"exchange":{"body_sha256":"%s"}}\
    """
        .formatted(digest, Sha256.of(lines.getBytes(UTF_8)).base64Url());
  }

  /** The same pack, made anew without this entry. */
  void leaveOut(int index) {
    indices.removeIf(kept -> kept == index);
    make();
  }

  /** Adds a party's time stamp of the checkpoint of this log at this size. */
  void stamp(String party, TestLog stamped, int size, UnaryOperator<byte[]> authority) {
    String name = "timestamps/" + party;
    String text = stamped.at(size).text();
    files.put(name + ".tsr", authority.apply(query(text)));
    put(name + ".note", text);
    ConsistencyProof proof =
        stamped.consistency(Math.min(size, treeSize), Math.max(size, treeSize));
    put(
        name + ".consistency",
        proof.path().stream()
            .map(hash -> " " + hash)
            .collect(Collectors.joining("", proof.oldSize() + " " + proof.newSize(), "\n")));
    sum();
  }

  static byte[] query(String text) {
    return TimeStampRequest.of(text.getBytes(UTF_8), BigInteger.TWO, Optional.empty())
        .toByteArray();
  }

  String text(String name) {
    return new String(bytes(name), UTF_8);
  }

  byte[] bytes(String name) {
    return Objects.requireNonNull(files.get(name), name);
  }

  /** Changes a file and mends what says its digest. */
  void change(String name, UnaryOperator<String> change) {
    String before = new String(bytes(name), UTF_8);
    String after = change.apply(before);
    if (before.equals(after)) {
      throw new IllegalStateException(name + " did not change");
    }
    put(name, after);
    sum();
  }

  void sum() {
    files.remove("SHA256SUMS");
    put(
        "SHA256SUMS",
        files.entrySet().stream()
            .map(file ->
                HexFormat.of().formatHex(Sha256.of(file.getValue()).bytes())
                    + "  "
                    + file.getKey()
                    + "\n")
            .collect(Collectors.joining()));
  }

  byte[] zip() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue());
      }
    }
    return out.toByteArray();
  }

  static String disclosure(String name, String value) {
    String array = "[\"c2FsdHNhbHRzYWx0c2FsdA\",\"" + name + "\",\"" + value + "\"]";
    return Base64.getUrlEncoder().withoutPadding().encodeToString(array.getBytes(UTF_8));
  }

  private void put(String name, String text) {
    files.put(name, text.getBytes(UTF_8));
  }

  private static String joined(List<String> lines) {
    return lines.stream().map(line -> line + "\n").collect(Collectors.joining());
  }
}
