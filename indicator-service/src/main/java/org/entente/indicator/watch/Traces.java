package org.entente.indicator.watch;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.TracerProvider;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.smallrye.common.vertx.VertxContext;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/// The only maker of spans: what is not set here is not in a trace. No object, no query and no text
/// of a partner becomes a name or an attribute. Without a receiver configured all of this does
/// nothing. Thread-safe.
@Singleton
public final class Traces {
  private static final AttributeKey<Long> STATUS =
      AttributeKey.longKey("http.response.status_code");
  private static final AttributeKey<String> PARTNER = AttributeKey.stringKey("entente.partner");
  private static final AttributeKey<String> CODE = AttributeKey.stringKey("entente.code");
  private static final AttributeKey<Long> INDEX = AttributeKey.longKey("entente.record.index");
  private static final AttributeKey<String> LEAF = AttributeKey.stringKey("entente.record.leaf");
  private static final AttributeKey<Long> RECORDS = AttributeKey.longKey("entente.records");
  private static final int FIRST_FAILURE = 500;
  private static final TextMapGetter<Function<String, @Nullable String>> HEADERS = new Headers();

  private final Tracer tracer;

  Traces(Tracer tracer) {
    this.tracer = tracer;
  }

  /// Makes none.
  public static Traces none() {
    return new Traces(TracerProvider.noop().get(""));
  }

  /// What the call of a known caller belongs to; nobody else is believed.
  public static Context parent(Function<String, @Nullable String> headers) {
    return W3CTraceContextPropagator.getInstance().extract(Context.root(), headers, HEADERS);
  }

  /// Serves a call; `ending` tells its status.
  public <T> T call(
      String operation, Context parent, Supplier<T> work, Function<T, Integer> ending) {
    Span span =
        tracer.spanBuilder(operation).setParent(parent).setSpanKind(SpanKind.SERVER).startSpan();
    try (var _ = span.makeCurrent()) {
      T answer = work.get();
      int status = ending.apply(answer);
      span.setAttribute(STATUS, (long) status);
      if (status >= FIRST_FAILURE) {
        span.setStatus(StatusCode.ERROR);
      }
      return answer;
    } finally {
      span.end();
    }
  }

  /// For which partner the present call is; the log lines of the call say so, too.
  public static void of(String partner) {
    note("party", partner);
    Span.current().setAttribute(PARTNER, partner);
  }

  /// Why it is refused.
  public static void refused(String code) {
    Span.current().setAttribute(CODE, code);
  }

  /// Where its record stands in the log.
  public static void recorded(long index, String leaf) {
    note("entryIndex", Long.toString(index));
    Span.current().setAttribute(INDEX, index).setAttribute(LEAF, leaf);
  }

  /// Which submission the present call is about, for its log lines.
  public static void submission(String id) {
    note("submissionId", id);
  }

  /// Elsewhere it would stay with a thread that serves others next.
  private static void note(String key, String value) {
    if (VertxContext.isOnDuplicatedContext()) {
      MDC.put(key, value);
    }
  }

  /// Takes a step of the present call; of none it is no span.
  <T> T step(Step step, Supplier<T> work) {
    if (!Span.current().getSpanContext().isValid()) {
      return work.get();
    }
    return within(tracer.spanBuilder(step.label()).startSpan(), work);
  }

  /// What a batch is made for.
  public static SpanContext origin() {
    return Span.current().getSpanContext();
  }

  /// Sends a batch. One that is made for one trace belongs to it; one that is made for several
  /// belongs to none and is linked with each, since none of them is the others' cause.
  public <T> T batch(String name, List<SpanContext> origins, int records, Supplier<T> work) {
    Set<SpanContext> known =
        origins.stream().filter(SpanContext::isValid).collect(Collectors.toSet());
    if (known.isEmpty()) {
      return work.get();
    }
    SpanBuilder builder = tracer.spanBuilder(name).setSpanKind(SpanKind.CLIENT).setNoParent();
    if (known.stream().map(SpanContext::getTraceId).distinct().count() == 1) {
      builder.setParent(Context.root().with(Span.wrap(known.iterator().next())));
    } else {
      known.forEach(builder::addLink);
    }
    return within(builder.setAttribute(RECORDS, (long) records).startSpan(), work);
  }

  private static <T> T within(Span span, Supplier<T> work) {
    try (var _ = span.makeCurrent()) {
      return work.get();
    } finally {
      span.end();
    }
  }

  private static final class Headers implements TextMapGetter<Function<String, @Nullable String>> {
    @Override
    public Iterable<String> keys(Function<String, @Nullable String> headers) {
      return List.of();
    }

    @Override
    public @Nullable String get(@Nullable Function<String, @Nullable String> headers, String name) {
      return headers == null ? null : headers.apply(name);
    }
  }
}
