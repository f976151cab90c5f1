package org.entente.indicator.admission;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.entente.indicator.admission.Verdict.Added;
import org.entente.indicator.admission.Verdict.Failed;
import org.entente.indicator.admission.Verdict.Present;
import org.entente.indicator.stix.Fault;
import org.entente.indicator.taxii.TaxiiTime;
import org.entente.stix.release.Clause;

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
    List<Verdict> failed = verdicts.stream().filter(Failed.class::isInstance).toList();
    List<Verdict> good = verdicts.stream().filter(v -> !(v instanceof Failed)).toList();
    String fallback = TaxiiTime.format(TaxiiTime.micros(receivedAt));
    return write(json -> {
      head(json, id, "complete", receivedAt);
      counts(json, good.size(), failed.size());
      list(json, "successes", good, fallback);
      list(json, "failures", failed, fallback);
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
  private static void list(
      JsonGenerator json, String name, List<Verdict> verdicts, String fallbackVersion)
      throws IOException {
    if (verdicts.isEmpty()) {
      return;
    }
    json.writeArrayFieldStart(name);
    for (Verdict verdict : verdicts) {
      json.writeStartObject();
      json.writeStringField("id", verdict.offer().shownId());
      json.writeStringField("version", version(verdict, fallbackVersion));
      String message = message(verdict);
      if (!message.isEmpty()) {
        json.writeStringField("message", message);
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
      case Present present -> withheld("already present", "already present", present.placement());
      case Failed failed ->
          failed.faults().stream().map(Fault::message).collect(Collectors.joining("; "));
    };
  }

  private static String remarked(Added added, String outcome) {
    return Stream.concat(Stream.of(outcome), added.offer().remarks().stream())
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining("; "));
  }

  /// From whom an object is withheld, and by which clause of the release rule.
  private static String withheld(String what, String otherwise, Verdict.Placement placement) {
    Map<Clause, List<String>> places = new EnumMap<>(Clause.class);
    placement
        .circle()
        .withheld()
        .forEach(
            (place, clause) -> places.computeIfAbsent(clause, _ -> new ArrayList<>()).add(place));
    return places.isEmpty()
        ? otherwise
        : places.entrySet().stream()
            .map(e -> String.join(", ", e.getValue()) + ", " + text(e.getKey()))
            .collect(Collectors.joining("; from ", what + ", withheld from ", ""));
  }

  private static String text(Clause clause) {
    return clause + ": " + clause.text(false);
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
