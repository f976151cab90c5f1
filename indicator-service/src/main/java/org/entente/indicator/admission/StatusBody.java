package org.entente.indicator.admission;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.entente.indicator.bytes.Slice;
import org.entente.indicator.stix.Fault;
import org.entente.indicator.taxii.TaxiiTime;

/// Writes a TAXII status (TAXII 2.1 §4.3.1): one entry for each object of the envelope, whole lists
/// whose counts sum up, as clients check it.
final class StatusBody {
  private static final int MOST_FAULTS = 20;
  private static final JsonFactory JSON = new JsonFactory();

  private StatusBody() {}

  static Slice of(Origin origin, List<Verdict> verdicts) {
    List<Entry> successes = new ArrayList<>();
    List<Entry> failures = new ArrayList<>();
    for (Verdict verdict : verdicts) {
      switch (verdict) {
        case Verdict.Added added -> successes.add(entry(added));
        case Verdict.Present present -> successes.add(entry(present));
        case Verdict.Failed failed -> failures.add(entry(failed, origin.receivedAt()));
      }
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream(256 + 160 * verdicts.size());
    try (JsonGenerator json = JSON.createGenerator(out)) {
      json.writeStartObject();
      json.writeStringField("id", origin.submission().toString());
      json.writeStringField("status", "complete");
      json.writeStringField("request_timestamp", TaxiiTime.format(origin.receivedAt()));
      json.writeNumberField("total_count", verdicts.size());
      entries(json, "success", successes);
      entries(json, "failure", failures);
      json.writeNumberField("pending_count", 0);
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("no I/O happens in memory", e);
    }
    return Slice.of(out.toByteArray());
  }

  private static Entry entry(Verdict.Added added) {
    Optional<String> message = added.withheld().map(reason -> "withheld: " + reason.text());
    return new Entry(added.offer().shownId(), added.placement().shownVersion(), message);
  }

  private static Entry entry(Verdict.Present present) {
    return new Entry(
        present.offer().shownId(),
        present.placement().shownVersion(),
        Optional.of("already present"));
  }

  /// A status entry needs a version even when the object has none that can be read.
  private static Entry entry(Verdict.Failed failed, long receivedAt) {
    String message =
        failed.faults().stream()
            .limit(MOST_FAULTS)
            .map(Fault::message)
            .collect(Collectors.joining("; "));
    String version = failed.offer().ownVersion().orElseGet(() -> TaxiiTime.format(receivedAt));
    return new Entry(failed.offer().shownId(), version, Optional.of(message));
  }

  private static void entries(JsonGenerator json, String kind, List<Entry> entries)
      throws IOException {
    json.writeNumberField(kind + "_count", entries.size());
    if (entries.isEmpty()) {
      return;
    }
    json.writeArrayFieldStart(kind.equals("success") ? "successes" : "failures");
    for (Entry entry : entries) {
      json.writeStartObject();
      json.writeStringField("id", entry.id());
      json.writeStringField("version", entry.version());
      if (entry.message().isPresent()) {
        json.writeStringField("message", entry.message().get());
      }
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private record Entry(String id, String version, Optional<String> message) {}
}
