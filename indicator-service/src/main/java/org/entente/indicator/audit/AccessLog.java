package org.entente.indicator.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.netty.channel.ConnectTimeoutException;
import io.opentelemetry.api.trace.SpanContext;
import io.vertx.core.VertxException;
import jakarta.inject.Singleton;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.entente.indicator.batch.BatchLimit;
import org.entente.indicator.batch.GroupCommit;
import org.entente.indicator.batch.Overloaded;
import org.entente.indicator.bytes.Line;
import org.entente.indicator.watch.Step;
import org.entente.indicator.watch.Steps;
import org.entente.indicator.watch.Traces;

/// Appends access records and answers only when they are sequenced and durable. Records of many
/// callers share one request. Thread-safe; blocks.
@Singleton
public final class AccessLog {
  /// One batch of the audit-service holds 1024 records and 4 MiB.
  private static final int MAX_RECORDS = 1000;

  private static final long MAX_BYTES = 4_000_000;
  private static final long RECORD_WEIGHT = MAX_BYTES / MAX_RECORDS;

  /// Requests under way at once, so that a slow one does not hold up everybody. Records need no
  /// order among each other: who needs one, waits for the first receipt.
  private static final int REQUESTS = 4;

  /// Batches' worth of records that may wait: 16 000 records, 64 MB.
  private static final int BACKLOG = 16;

  private static final int CLIENT_ERROR = 400;
  private static final int FORBIDDEN = 403;
  private static final int SERVER_ERROR = 500;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final AuditRestClient client;
  private final Steps steps;
  private final Traces traces;
  private final GroupCommit<Append, List<String>> appends;

  AccessLog(
      @RestClient AuditRestClient client, Steps steps, Traces traces, MeterRegistry registry) {
    this.traces = traces;
    this.client = client;
    this.steps = steps;
    this.appends =
        new GroupCommit<>(
            "append",
            new BatchLimit<>(MAX_RECORDS, MAX_BYTES, BACKLOG, Append::weight),
            REQUESTS,
            this::appendAll);
    Gauge.builder("indicator.records.waiting", appends, GroupCommit::waiting)
        .description("Appends that wait for a batch to the log")
        .register(registry);
  }

  /// Lines that belong together, and what they are appended for.
  private record Append(List<Line> lines, SpanContext origin) {
    long weight() {
      return AccessLog.weight(lines);
    }
  }

  /// Appends lines that belong together, in one batch as long as the log's limits allow.
  ///
  /// @return one receipt for each line, in order
  /// @throws AuditUnavailable when the log did not confirm all of them, or too many wait; repeating
  ///   is safe
  /// @throws RecordRefused when the log will never take one of them
  public List<Receipt> append(List<Line> lines) {
    return steps.take(Step.RECORD, () -> appended(lines));
  }

  private List<Receipt> appended(List<Line> lines) {
    List<Receipt> receipts = new ArrayList<>(lines.size());
    for (List<Line> batch : batches(lines)) {
      commit(batch).forEach(answer -> receipts.add(receipt(answer)));
    }
    return receipts;
  }

  private List<String> commit(List<Line> batch) {
    try {
      return appends.commit(new Append(batch, Traces.origin()));
    } catch (Overloaded e) {
      throw new AuditUnavailable("too many records wait for the log", e);
    }
  }

  /// Weighs a record at least as much as makes the number of records fit, too.
  private static long weight(List<Line> lines) {
    return lines.stream().mapToLong(line -> Math.max(line.length() + 1L, RECORD_WEIGHT)).sum();
  }

  private static List<List<Line>> batches(List<Line> lines) {
    List<List<Line>> batches = new ArrayList<>();
    List<Line> batch = new ArrayList<>();
    for (Line line : lines) {
      batch.add(line);
      if (weight(batch) > MAX_BYTES) {
        batch.removeLast();
        batches.add(batch);
        batch = new ArrayList<>(List.of(line));
      }
    }
    batches.add(batch);
    return batches;
  }

  private List<List<String>> appendAll(List<Append> items) {
    List<Line> lines = items.stream().flatMap(item -> item.lines().stream()).toList();
    List<SpanContext> origins = items.stream().map(Append::origin).toList();
    byte[] ndjson = Line.join(lines);
    List<String> answers =
        traces.batch("append", origins, lines.size(), () -> send(ndjson)).lines().toList();
    if (answers.size() != lines.size()) {
      throw new AuditUnavailable(answers.size() + " answers for " + lines.size() + " records");
    }
    List<List<String>> results = new ArrayList<>(items.size());
    int from = 0;
    for (Append item : items) {
      results.add(answers.subList(from, from + item.lines().size()));
      from += item.lines().size();
    }
    return results;
  }

  private String send(byte[] ndjson) {
    try {
      return sent(ndjson);
    } catch (ProcessingException | VertxException e) { // the latter: it broke off in the middle
      throw new AuditUnavailable("the log did not answer", e);
    } catch (WebApplicationException e) {
      int status = e.getResponse().getStatus();
      if (status >= CLIENT_ERROR && status < SERVER_ERROR && status != FORBIDDEN) {
        throw new RecordRefused("the log answered " + status);
      }
      throw new AuditUnavailable("the log answered " + status, e);
    }
  }

  /// A connection may end under a request, as when a replica leaves. Whatever came of it, the same
  /// bytes are one entry: they are sent once more. A log that is slow is not asked twice.
  private String sent(byte[] ndjson) {
    try {
      return client.append(ndjson);
    } catch (ProcessingException e) {
      if (e.getCause() instanceof ConnectTimeoutException
          || !(e.getCause() instanceof IOException)) {
        throw e;
      }
      return client.append(ndjson);
    } catch (VertxException _) {
      return client.append(ndjson);
    }
  }

  private static Receipt receipt(String answer) {
    try {
      JsonNode json = JSON.readTree(answer);
      if (!json.path("index").canConvertToLong() || !json.path("leaf").isTextual()) {
        throw new RecordRefused("the log refused a record: " + json.path("code").asText());
      }
      return new Receipt(json.path("index").longValue(), json.path("leaf").textValue());
    } catch (JsonProcessingException e) {
      throw new AuditUnavailable("the log's answer is no JSON", e);
    }
  }
}
