package org.entente.indicator.admission;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.entente.indicator.admission.Verdict.Added;
import org.entente.indicator.admission.Verdict.Failed;
import org.entente.indicator.admission.Verdict.Present;
import org.entente.indicator.stix.Fault;
import org.entente.indicator.taxii.TaxiiTime;

/// Writes TAXII status resources (TAXII 2.1 §4.3.1); lists are complete, counts sum up.
public final class StatusWriter {
  private static final JsonFactory JSON = new JsonFactory();

  private StatusWriter() {}

  /// The status of a submission that is received and not yet admitted.
  public static byte[] pending(UUID id, Instant receivedAt) {
    return write(json -> {
      head(json, id, "pending", receivedAt);
      counts(json, 0, 0);
    });
  }

  /// The final status.
  ///
  /// @param verdicts one for each object
  static byte[] complete(UUID id, Instant receivedAt, List<Verdict> verdicts) {
    String fallback = TaxiiTime.format(TaxiiTime.micros(receivedAt));
    return complete(
        id,
        receivedAt,
        entries(verdicts.stream().filter(v -> !(v instanceof Failed)), fallback),
        entries(verdicts.stream().filter(Failed.class::isInstance), fallback));
  }

  private static List<StatusEntry> entries(Stream<Verdict> verdicts, String fallback) {
    return verdicts
        .map(v -> new StatusEntry(v.offer().shownId(), version(v, fallback), message(v)))
        .toList();
  }

  /// The final status of anything with entries.
  public static byte[] complete(
      UUID id, Instant receivedAt, List<StatusEntry> good, List<StatusEntry> failed) {
    return write(json -> {
      head(json, id, "complete", receivedAt);
      counts(json, good.size(), failed.size());
      list(json, "successes", good);
      list(json, "failures", failed);
    });
  }

  private static void head(JsonGenerator json, UUID id, String status, Instant receivedAt)
      throws IOException {
    json.writeStringField("id", id.toString());
    json.writeStringField("status", status);
    json.writeStringField("request_timestamp", TaxiiTime.format(TaxiiTime.micros(receivedAt)));
  }

  private static void counts(JsonGenerator json, int good, int failed) throws IOException {
    json.writeNumberField("total_count", good + failed);
    json.writeNumberField("success_count", good);
    json.writeNumberField("failure_count", failed);
    json.writeNumberField("pending_count", 0);
  }

  /// Empty lists are left out (TAXII 2.1 §2).
  private static void list(JsonGenerator json, String name, List<StatusEntry> entries)
      throws IOException {
    if (entries.isEmpty()) {
      return;
    }
    json.writeArrayFieldStart(name);
    for (StatusEntry entry : entries) {
      json.writeStartObject();
      json.writeStringField("id", entry.id());
      json.writeStringField("version", entry.version());
      if (!entry.message().isEmpty()) {
        json.writeStringField("message", entry.message());
      }
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static String version(Verdict verdict, String fallback) {
    return switch (verdict) {
      case Added added -> added.placement().shownVersion();
      case Present present -> present.placement().shownVersion();
      case Failed failed -> failed.offer().ownVersion().orElse(fallback);
    };
  }

  private static String message(Verdict verdict) {
    return switch (verdict) {
      case Added added -> remarked(added, withheld("stored", "", added.placement()));
      case Present present -> present(present.placement());
      case Failed failed ->
          failed.faults().stream().map(Fault::message).collect(Collectors.joining("; "));
    };
  }

  private static String present(Verdict.Placement placement) {
    String outcome = withheld("already present", "already present", placement);
    List<String> withdrawn = placement.circle().withdrawn();
    return withdrawn.isEmpty()
        ? outcome
        : outcome
            + "; it was withdrawn from "
            + String.join(", ", withdrawn)
            + " and is released again by an act only";
  }

  private static String remarked(Added added, String outcome) {
    return Stream.concat(Stream.of(outcome), added.offer().remarks().stream())
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining("; "));
  }

  private static String withheld(String what, String otherwise, Verdict.Placement placement) {
    String text = WithheldText.of(placement.circle().withheld());
    return text.isEmpty() ? otherwise : what + ", withheld from " + text;
  }

  private static byte[] write(Content content) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (JsonGenerator json = JSON.createGenerator(out)) {
      json.writeStartObject();
      content.write(json);
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("no I/O happens in memory", e);
    }
    return out.toByteArray();
  }

  @FunctionalInterface
  private interface Content {
    void write(JsonGenerator json) throws IOException;
  }
}
