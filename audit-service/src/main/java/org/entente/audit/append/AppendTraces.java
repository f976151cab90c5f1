package org.entente.audit.append;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.Supplier;
import org.entente.audit.record.Sha256;
import org.entente.audit.sequencer.AppendResult;
import org.entente.audit.sequencer.AppendResult.Appended;
import org.jspecify.annotations.Nullable;

/**
 * The spans of appends, which end the traces of submissions and reads: only of services whose
 * certificate was accepted, with their number and where the first stands, and nothing of what they
 * say. Without a receiver configured they are none. Thread-safe.
 */
@Singleton
final class AppendTraces {

  private static final AttributeKey<Long> INDEX = AttributeKey.longKey("entente.record.index");
  private static final AttributeKey<String> LEAF = AttributeKey.stringKey("entente.record.leaf");
  private static final AttributeKey<Long> RECORDS = AttributeKey.longKey("entente.records");
  private static final AttributeKey<String> SERVICE = AttributeKey.stringKey("entente.caller");
  private static final TextMapGetter<HttpServerRequest> HEADERS = new Headers();

  private final CurrentVertxRequest current;
  private final Tracer tracer;

  AppendTraces(CurrentVertxRequest current, Tracer tracer) {
    this.current = current;
    this.tracer = tracer;
  }

  /**
   * Appends within a span.
   *
   * @param service who calls; was let in
   */
  List<AppendResult> of(String service, int records, Supplier<List<AppendResult>> append) {
    var span =
        tracer
            .spanBuilder("log.append")
            .setParent(parent())
            .setSpanKind(SpanKind.SERVER)
            .setAttribute(SERVICE, service)
            .setAttribute(RECORDS, (long) records)
            .startSpan();
    try (var _ = span.makeCurrent()) {
      var results = append.get();
      tell(span, results.getFirst());
      return results;
    } catch (RuntimeException e) {
      span.setStatus(StatusCode.ERROR);
      throw e;
    } finally {
      span.end();
    }
  }

  private Context parent() {
    return W3CTraceContextPropagator.getInstance()
        .extract(Context.root(), current.getCurrent().request(), HEADERS);
  }

  private static void tell(Span span, AppendResult first) {
    if (first instanceof Appended appended) {
      span.setAttribute(INDEX, appended.index())
          .setAttribute(LEAF, Sha256.base64url(appended.leaf().toByteArray()));
    }
  }

  private static final class Headers implements TextMapGetter<HttpServerRequest> {

    @Override
    public Iterable<String> keys(HttpServerRequest request) {
      return List.of();
    }

    @Override
    public @Nullable String get(@Nullable HttpServerRequest request, String name) {
      return request == null ? null : request.getHeader(name);
    }
  }
}
