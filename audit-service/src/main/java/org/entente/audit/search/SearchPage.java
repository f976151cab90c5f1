package org.entente.audit.search;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One page of a search.
 *
 * @param size of the log when it was asked
 * @param next where the next page starts, empty on the last one
 */
record SearchPage(long size, List<Finding> entries, Optional<Long> next) {

  SearchPage {
    entries = List.copyOf(entries);
  }

  /** The page of these entries, of which there is one too many when more follow. */
  static SearchPage of(long size, List<Finding> found, int limit) {
    if (found.size() <= limit) {
      return new SearchPage(size, found, Optional.empty());
    }
    var page = found.subList(0, limit);
    return new SearchPage(size, page, Optional.of(page.getLast().entry().index()));
  }

  /**
   * As JSON, the records byte for byte as they were appended. Bytes that no longer fit their leaf
   * hash are not passed off as a record: they stand, in base64, under another name.
   */
  byte[] json() {
    var out = new ByteArrayOutputStream();
    text(out, "{\"size\":" + size + ",\"entries\":[");
    var separator = "";
    for (var entry : entries) {
      text(out, separator);
      separator = ",";
      entry(out, entry);
    }
    text(out, "]" + next.map(index -> ",\"next\":" + index).orElse("") + "}");
    return out.toByteArray();
  }

  private static void entry(ByteArrayOutputStream out, Finding finding) {
    var entry = finding.entry();
    var leaf = Base64.getUrlEncoder().withoutPadding().encodeToString(entry.leaf().toByteArray());
    text(out, "{\"index\":%d,\"leaf\":\"%s\",".formatted(entry.index(), leaf));
    if (entry.intact()) {
      text(out, "\"record\":");
      out.writeBytes(entry.body().toByteArray());
      text(out, disclosures(finding) + "}");
    } else {
      text(out, "\"altered\":\"" + entry.body().base64() + "\"}");
    }
  }

  /** They are base64url, so that nothing in them needs escaping. */
  private static String disclosures(Finding finding) {
    return finding.disclosures().stream()
        .map(disclosure -> "\"" + disclosure.text() + "\"")
        .collect(Collectors.joining(",", ",\"disclosures\":[", "]"));
  }

  private static void text(ByteArrayOutputStream out, String text) {
    out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
  }
}
