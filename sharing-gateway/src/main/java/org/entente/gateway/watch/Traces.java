package org.entente.gateway.watch;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.TracerProvider;
import io.opentelemetry.context.Context;
import io.quarkus.opentelemetry.runtime.QuarkusContextStorage;
import io.smallrye.common.vertx.VertxContext;
import jakarta.inject.Singleton;
import java.util.function.Supplier;
import org.jboss.logging.MDC;

/**
 * The only maker of spans: what is not set here is not in a trace. Each request is a root, whatever
 * the client says it belongs to; nothing that a client sends becomes a name or an attribute.
 * Without a receiver configured all of this does nothing. Thread-safe.
 */
@Singleton
public final class Traces {

  private static final AttributeKey<Long> STATUS =
      AttributeKey.longKey("http.response.status_code");
  private static final AttributeKey<String> PARTNER = AttributeKey.stringKey("entente.partner");
  private static final AttributeKey<String> CODE = AttributeKey.stringKey("entente.code");
  private static final AttributeKey<Long> INDEX = AttributeKey.longKey("entente.record.index");
  private static final AttributeKey<String> LEAF = AttributeKey.stringKey("entente.record.leaf");
  private static final int FIRST_FAILURE = 500;

  private final Tracer tracer;

  Traces(Tracer tracer) {
    this.tracer = tracer;
  }

  /** Makes none. */
  public static Traces none() {
    return new Traces(TracerProvider.noop().get(""));
  }

  /** A request has arrived; what is done for it from now on belongs to its span. */
  Span begin(String operation) {
    Span span =
        tracer.spanBuilder(operation).setNoParent().setSpanKind(SpanKind.SERVER).startSpan();
    if (VertxContext.isOnDuplicatedContext()) {
      // Ends with the request's own context, which nobody else has.
      var _ =
          QuarkusContextStorage.INSTANCE.attach(
              QuarkusContextStorage.getVertxContext(), Context.root().with(span));
    }
    return span;
  }

  /** Its answer has left, or never will. */
  static void end(Span span, int status, boolean broken) {
    span.setAttribute(STATUS, (long) status);
    if (broken || status >= FIRST_FAILURE) {
      span.setStatus(StatusCode.ERROR);
    }
    span.end();
  }

  /** Whose request it is, by its certificate; the log lines of the request say so, too. */
  public static void by(String partner) {
    note("party", partner);
    Span.current().setAttribute(PARTNER, partner);
  }

  /** It is refused for this reason. */
  public static void refused(String code) {
    Span.current().setAttribute(CODE, code);
  }

  /** This is where its record stands in the log. */
  public static void recorded(long index, String leaf) {
    note("entryIndex", Long.toString(index));
    Span.current().setAttribute(INDEX, index).setAttribute(LEAF, leaf);
  }

  /** Elsewhere it would stay with a thread that serves others next. */
  private static void note(String key, String value) {
    if (VertxContext.isOnDuplicatedContext()) {
      MDC.put(key, value);
    }
  }

  /** Takes a step of the request that is being served; of none it is no span. */
  <T> T step(Step step, Supplier<T> work) {
    if (!Span.current().getSpanContext().isValid()) {
      return work.get();
    }
    Span span = tracer.spanBuilder(step.label()).setSpanKind(kind(step)).startSpan();
    try (var _ = span.makeCurrent()) {
      return work.get();
    } finally {
      span.end();
    }
  }

  private static SpanKind kind(Step step) {
    return switch (step) {
      case INSIDE, LOG -> SpanKind.CLIENT;
      case DOOR, BODY, MANIFEST -> SpanKind.INTERNAL;
    };
  }
}
