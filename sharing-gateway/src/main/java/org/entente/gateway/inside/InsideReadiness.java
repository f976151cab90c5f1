package org.entente.gateway.inside;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.quarkus.tls.TlsConfigurationRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready while both services behind this one answer: a replica that is cut off from them could only
 * answer 503, and partners are led to one that is not.
 */
@Startup
@Readiness
@ApplicationScoped
class InsideReadiness implements HealthCheck {

  /** Probes wait longer than this. */
  private static final Duration WITHIN = Duration.ofMillis(1_500);

  private final List<Neighbour> neighbours;
  private final TlsConfigurationRegistry tls;
  private final Map<String, Boolean> reached = new ConcurrentHashMap<>();

  InsideReadiness(
      @ConfigProperty(name = "quarkus.rest-client.indicator-service.url") URI indicators,
      @ConfigProperty(name = "quarkus.rest-client.audit-service.url") URI log,
      TlsConfigurationRegistry tls,
      MeterRegistry meters) {
    neighbours =
        List.of(
            new Neighbour("indicator-service", indicators), new Neighbour("audit-service", log));
    this.tls = tls;
    neighbours.forEach(each -> register(each.name(), meters));
  }

  private void register(String service, MeterRegistry meters) {
    Gauge.builder("gateway.inside.reached", () -> reached.getOrDefault(service, true) ? 1 : 0)
        .tag("service", service)
        .register(meters);
  }

  @Override
  public HealthCheckResponse call() {
    var response = HealthCheckResponse.named("inside").up();
    var troubles = troubles();
    for (int i = 0; i < neighbours.size(); i++) {
      var trouble = troubles.get(i);
      response.withData(neighbours.get(i).name(), trouble.orElse("answers"));
      reached.put(neighbours.get(i).name(), trouble.isEmpty());
      if (trouble.isPresent()) {
        response.down();
      }
    }
    return response.build();
  }

  /** Of each in its order, asked at the same time. */
  private List<Optional<String>> troubles() {
    var own = own();
    var questions =
        neighbours.stream()
            .<Callable<Optional<String>>>map(each -> () -> each.trouble(own, WITHIN))
            .toList();
    try (var asking = Executors.newVirtualThreadPerTaskExecutor()) {
      var answers = asking.invokeAll(questions, WITHIN.toMillis(), TimeUnit.MILLISECONDS);
      return answers.stream().map(InsideReadiness::answer).toList();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return neighbours.stream().map(_ -> Optional.of("was not asked to the end")).toList();
    }
  }

  private static Optional<String> answer(Future<Optional<String>> asked) {
    return asked.state() == Future.State.SUCCESS
        ? asked.resultNow()
        : Optional.of("does not answer in time");
  }

  /** Anew each time: certificates are replaced in their files. */
  private SSLContext own() {
    try {
      return tls.get("inside").orElseThrow().createSSLContext();
    } catch (Exception e) { // What it declares; the health answer says that this check failed.
      throw new IllegalStateException("the TLS configuration inside cannot be used", e);
    }
  }
}
