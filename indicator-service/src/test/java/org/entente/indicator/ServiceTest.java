package org.entente.indicator;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import java.net.URI;
import org.entente.indicator.exchange.Exchange;
import org.entente.indicator.exchange.ExchangeResource;
import org.entente.indicator.exchange.Gateway;
import org.entente.indicator.exchange.InMemoryAuditService;
import org.entente.indicator.exchange.InMemoryAuditService.Mood;
import org.junit.jupiter.api.AfterEach;

/// The running service and its gateway; started once for all tests that extend this.
@QuarkusTestResource(ExchangeResource.class)
@SuppressWarnings("NullAway.Init") // Quarkus fills the fields before each test
public class ServiceTest {
  protected Exchange exchange;

  @TestHTTPResource(tls = true)
  protected URI service;

  protected Gateway gateway() {
    return Gateway.of(service, exchange.pki());
  }

  protected InMemoryAuditService log() {
    return exchange.audit();
  }

  @AfterEach
  void the_log_works_again() {
    exchange.audit().be(Mood.UP);
  }
}
