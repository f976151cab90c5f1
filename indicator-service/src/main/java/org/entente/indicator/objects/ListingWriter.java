package org.entente.indicator.objects;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.entente.indicator.taxii.MediaTypes;
import org.entente.indicator.taxii.TaxiiTime;

/// Writes TAXII's manifest and versions resources (TAXII 2.1 §5.3.1, §5.8.1). Both have `next`,
/// which the standard's text forgot and its clients use. A list without entries is left out.
final class ListingWriter {
  private static final JsonFactory JSON = new JsonFactory();

  private ListingWriter() {}

  /// A manifest: one record for each version.
  static byte[] manifest(List<Entry> entries, Optional<String> next) {
    return write(
        entries,
        next,
        "objects",
        (json, entry) -> {
          json.writeStartObject();
          json.writeStringField("id", entry.id());
          json.writeStringField("date_added", TaxiiTime.format(entry.dateAdded()));
          json.writeStringField("version", entry.version());
          json.writeStringField("media_type", MediaTypes.STIX);
          json.writeEndObject();
        });
  }

  /// The versions of one object, in the order in which they were released.
  static byte[] versions(List<Entry> entries, Optional<String> next) {
    return write(entries, next, "versions", (json, entry) -> json.writeString(entry.version()));
  }

  private static byte[] write(
      List<Entry> entries, Optional<String> next, String list, Writer writer) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(entries.size() * 200 + 256);
    try (JsonGenerator json = JSON.createGenerator(out)) {
      json.writeStartObject();
      if (next.isPresent()) {
        json.writeBooleanField("more", true);
        json.writeStringField("next", next.get());
      }
      if (!entries.isEmpty()) {
        json.writeArrayFieldStart(list);
        for (Entry entry : entries) {
          writer.write(json, entry);
        }
        json.writeEndArray();
      }
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("no I/O happens in memory", e);
    }
    return out.toByteArray();
  }

  private interface Writer {
    void write(JsonGenerator json, Entry entry) throws IOException;
  }
}
