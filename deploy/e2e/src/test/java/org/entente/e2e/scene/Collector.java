package org.entente.e2e.scene;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** Where the services send their traces: OTLP over HTTP, in the test's process. Thread-safe. */
public final class Collector implements AutoCloseable {

  /** A run of load sends more than is worth keeping. */
  private static final int KEPT = 50_000;

  private final HttpServer server;
  private final Queue<Exported> spans = new ConcurrentLinkedQueue<>();
  private final AtomicInteger kept = new AtomicInteger();
  private final Set<String> attributes = ConcurrentHashMap.newKeySet();
  private final Set<String> told = ConcurrentHashMap.newKeySet();

  private Collector(HttpServer server) {
    this.server = server;
  }

  /**
   * One span as it was exported.
   *
   * @param service whose it is
   * @param trace its trace's id
   * @param parent the id of its parent; empty for a root
   * @param attributes its attributes' texts
   * @param links traces it is linked with
   */
  public record Exported(
      String service,
      String trace,
      String parent,
      String name,
      Map<String, String> attributes,
      List<String> links) {}

  static Collector open() {
    try {
      var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      var collector = new Collector(server);
      server.createContext("/v1/traces", collector::take);
      server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
      server.start();
      return collector;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      keep(exchange.getRequestBody().readAllBytes());
      exchange.getResponseHeaders().add("Content-Type", "application/x-protobuf");
      exchange.sendResponseHeaders(200, -1);
    }
  }

  private void keep(byte[] export) {
    told.addAll(Forbidden.in(new String(export, StandardCharsets.UTF_8)));
    parse(export).getResourceSpansList().stream()
        .flatMap(Collector::spans)
        .forEach(span -> {
          attributes.addAll(span.attributes().keySet());
          spans.add(span);
          if (kept.incrementAndGet() > KEPT) {
            spans.poll();
            kept.decrementAndGet();
          }
        });
  }

  /** What makes a service send them here, soon. */
  Map<String, String> configuration() {
    return Map.of(
        "quarkus.otel.sdk.disabled",
        "false",
        "quarkus.otel.exporter.otlp.endpoint",
        "http://127.0.0.1:" + server.getAddress().getPort(),
        "quarkus.otel.bsp.schedule.delay",
        "200ms");
  }

  /** The attributes that any span ever had. */
  public Set<String> attributes() {
    return Set.copyOf(attributes);
  }

  /** What no span may say, and some export did. */
  public Set<String> told() {
    return Set.copyOf(told);
  }

  /** The spans of one trace so far. */
  public List<Exported> trace(String id) {
    return spans().filter(span -> span.trace().equals(id)).toList();
  }

  /** The newest spans so far. */
  public Stream<Exported> spans() {
    return spans.stream();
  }

  private static ExportTraceServiceRequest parse(byte[] bytes) {
    try {
      return ExportTraceServiceRequest.parseFrom(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<Exported> spans(ResourceSpans resource) {
    var service = attributes(resource.getResource().getAttributesList()).get("service.name");
    return resource.getScopeSpansList().stream()
        .flatMap(scope -> scope.getSpansList().stream())
        .map(span -> exported(String.valueOf(service), span));
  }

  private static Exported exported(String service, Span span) {
    return new Exported(
        service,
        hex(span.getTraceId().toByteArray()),
        hex(span.getParentSpanId().toByteArray()),
        span.getName(),
        attributes(span.getAttributesList()),
        span.getLinksList().stream().map(link -> hex(link.getTraceId().toByteArray())).toList());
  }

  private static Map<String, String> attributes(List<KeyValue> pairs) {
    var attributes = new TreeMap<String, String>();
    for (var pair : pairs) {
      var value = pair.getValue();
      attributes.put(
          pair.getKey(),
          value.hasStringValue() ? value.getStringValue() : Long.toString(value.getIntValue()));
    }
    return attributes;
  }

  private static String hex(byte[] id) {
    return HexFormat.of().formatHex(id);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
