package org.entente.audit;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.restassured.path.json.JsonPath;
import java.net.URI;
import org.entente.pki.Pki;

/** The running service and its callers; started once for all tests that extend this. */
@QuarkusTestResource(ExchangeResource.class)
@SuppressWarnings("NullAway.Init") // Quarkus fills the fields before each test
class ServiceTest {

  Exchange exchange;

  @TestHTTPResource(tls = true)
  URI service;

  Caller indicatorService() {
    return new Caller(exchange, service, exchange.pki().service(Pki.INDICATOR_SERVICE));
  }

  Caller gateway() {
    return new Caller(exchange, service, exchange.pki().service(Pki.GATEWAY));
  }

  Caller client(String partner, String client) {
    return new Caller(exchange, service, exchange.client(partner, client));
  }

  /** Appends and expects a new entry. */
  JsonPath appended(SampleRecord sample) {
    return indicatorService()
        .request()
        .contentType("application/json")
        .body(sample.bytes())
        .post("/v1/entries")
        .then()
        .statusCode(201)
        .extract()
        .jsonPath();
  }
}
