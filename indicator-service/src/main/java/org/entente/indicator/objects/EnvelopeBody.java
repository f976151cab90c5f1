package org.entente.indicator.objects;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import org.entente.indicator.audit.Resource;
import org.entente.indicator.call.Answer;
import org.entente.indicator.call.Payload;
import org.entente.indicator.taxii.MediaTypes;
import org.entente.indicator.taxii.TaxiiTime;

/// Writes a page as a TAXII envelope (TAXII 2.1 §3.7) around the producers' own bytes.
final class EnvelopeBody {
  private static final String FIRST = "X-TAXII-Date-Added-First";
  private static final String LAST = "X-TAXII-Date-Added-Last";

  private EnvelopeBody() {}

  static Answer of(Page page, UUID collection, OptionalLong addedAfter) {
    List<Resource> resources = page.items().stream().map(Page.Item::resource).toList();
    Payload payload =
        new Payload(
            200, MediaTypes.TAXII, body(page, collection, addedAfter), headers(page, addedAfter));
    return new Answer.Disclosure(payload, resources);
  }

  private static byte[] body(Page page, UUID collection, OptionalLong addedAfter) {
    int size = page.items().stream().mapToInt(item -> item.bytes().length() + 1).sum();
    ByteArrayOutputStream out = new ByteArrayOutputStream(size + 256);
    write(out, "{");
    if (page.more()) {
      long position = page.items().getLast().dateAdded();
      String next = new Cursor(collection, addedAfter, position).text();
      write(out, "\"more\":true,\"next\":\"" + next + "\",");
    }
    if (!page.items().isEmpty()) {
      write(out, "\"objects\":");
      String separator = "[";
      for (Page.Item item : page.items()) {
        write(out, separator);
        item.bytes().writeTo(out);
        separator = ",";
      }
      write(out, "]");
    }
    write(out, "}");
    return out.toByteArray();
  }

  private static void write(ByteArrayOutputStream out, String text) {
    out.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
  }

  /// An empty page repeats the caller's own filter: the headers must be there, and be timestamps.
  private static Map<String, String> headers(Page page, OptionalLong addedAfter) {
    Map<String, String> headers = new HashMap<>();
    if (!page.items().isEmpty()) {
      headers.put(FIRST, TaxiiTime.format(page.items().getFirst().dateAdded()));
      headers.put(LAST, TaxiiTime.format(page.items().getLast().dateAdded()));
    } else if (addedAfter.isPresent()) {
      headers.put(FIRST, TaxiiTime.format(addedAfter.getAsLong()));
      headers.put(LAST, TaxiiTime.format(addedAfter.getAsLong()));
    }
    return headers;
  }
}
