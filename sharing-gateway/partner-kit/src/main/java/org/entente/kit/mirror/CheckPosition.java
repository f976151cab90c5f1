package org.entente.kit.mirror;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.entente.log.CompactRange;
import org.entente.log.EvidenceRejected;
import org.entente.log.NodeHash;

/// How far a check came: enough to go on after it without reading again what is behind it. Whoever
/// can write it can hide damage, so it belongs to who checks, not beside the mirror.
///
/// @param history checkpoints held against the tree so far
public record CheckPosition(Recomputed tree, List<String> findings, long history) {

  static final int EVERY = 1 << 16;
  private static final String FIRST = "entente mirror verify v1";

  /// Copies the list.
  public CheckPosition {
    findings = List.copyOf(findings);
  }

  /// Entries behind it.
  public long size() {
    return tree.range().size();
  }

  /// As text.
  public byte[] toByteArray() {
    StringBuilder text = new StringBuilder(FIRST).append('\n');
    text.append("history ").append(history).append('\n');
    text.append("range ").append(HexFormat.of().formatHex(tree.range().toByteArray())).append('\n');
    for (List<NodeHash> row : tree.rows()) {
      text.append("row");
      row.forEach(hash -> text.append(' ').append(hash));
      text.append('\n');
    }
    return text.append(
            findings.stream().map(f -> "finding " + f + "\n").collect(Collectors.joining()))
        .toString()
        .getBytes(UTF_8);
  }

  /// Reads that text; empty when it is none.
  public static Optional<CheckPosition> parse(byte[] text) {
    List<String> lines = new String(text, UTF_8).lines().toList();
    if (lines.size() < 3 || !lines.getFirst().equals(FIRST)) {
      return Optional.empty();
    }
    try {
      long history = Long.parseLong(after(lines.get(1)));
      CompactRange range = CompactRange.parse(HexFormat.of().parseHex(after(lines.get(2))));
      List<List<NodeHash>> rows = new ArrayList<>();
      List<String> findings = new ArrayList<>();
      for (String line : lines.subList(3, lines.size())) {
        if (line.startsWith("row")) {
          rows.add(hashes(line.substring("row".length()).strip()));
        } else {
          findings.add(after(line));
        }
      }
      return Optional.of(new CheckPosition(new Recomputed(range, rows), findings, history));
    } catch (IllegalArgumentException | EvidenceRejected e) {
      return Optional.empty();
    }
  }

  private static List<NodeHash> hashes(String row) {
    return row.isEmpty()
        ? List.of()
        : List.of(row.split(" ", -1)).stream()
            .map(hex -> NodeHash.of(HexFormat.of().parseHex(hex)))
            .toList();
  }

  private static String after(String line) {
    return line.substring(line.indexOf(' ') + 1);
  }
}
