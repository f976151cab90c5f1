package org.entente.audit.search;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.entente.audit.record.Sha256;
import org.entente.audit.visibility.AuditScope;

/**
 * One page of a search, to be sent.
 *
 * @param scope of whoever asked
 */
record SearchPage(AuditScope scope, Paged<Finding> page) {

  /**
   * As JSON, the records byte for byte as they were appended. Bytes that no longer fit their leaf
   * hash are not passed off as a record: they stand, in base64, under another name.
   */
  byte[] json() {
    var out = new ByteArrayOutputStream();
    text(out, "{\"size\":" + page.size() + ",\"entries\":[");
    var separator = "";
    for (var finding : page.entries()) {
      text(out, separator);
      separator = ",";
      entry(out, finding);
    }
    text(out, "]" + link("next", page.next()) + link("previous", page.previous()) + "}");
    return out.toByteArray();
  }

  private static String link(String name, Optional<Long> index) {
    return index.map(i -> ",\"" + name + "\":" + i).orElse("");
  }

  private void entry(ByteArrayOutputStream out, Finding finding) {
    var entry = finding.entry();
    var leaf = Sha256.base64url(entry.leaf().toByteArray());
    text(out, "{\"index\":%d,\"leaf\":\"%s\",".formatted(entry.index(), leaf));
    if (entry.intact()) {
      text(out, "\"record\":");
      out.writeBytes(entry.body().toByteArray());
      text(out, ",\"disclosures\":" + finding.disclosures(scope));
      text(out, finding.actor().equals(Actors.FOREIGN) ? ",\"actor_mismatch\":true}" : "}");
    } else {
      text(out, "\"altered\":\"" + entry.body().base64() + "\"}");
    }
  }

  private static void text(ByteArrayOutputStream out, String text) {
    out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
  }
}
