package org.entente.audit;

import static io.restassured.RestAssured.given;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.sql.SQLException;
import java.util.List;
import org.entente.identity.Token;
import org.entente.pki.Pki;

/** The running service and its callers; started once for all tests that extend this. */
@QuarkusTestResource(ExchangeResource.class)
@SuppressWarnings("NullAway.Init") // Quarkus fills the fields before each test
class ServiceTest {

  static final String AUDITOR = "kr-auditor";

  Exchange exchange;

  @TestHTTPResource(tls = true)
  URI service;

  @TestHTTPResource(management = true)
  URI management;

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

  /** A request of an auditor that reads what its own party may read. */
  RequestSpecification auditorOf(String party) {
    var caller = client(party, party + "-desk");
    var realm = exchange.issuer().realm(party);
    var token = realm.auditorToken(party + "-desk", caller.certificate().credential());
    return caller.bearing(realm.sign(token));
  }

  /** A request of the joint auditor, as it should be. */
  RequestSpecification auditor() {
    return client("kr", AUDITOR).bearing(exchange.issuer().realm("kr").sign(auditorToken()));
  }

  /** A good token for the joint auditor, who is Korea's. */
  Token auditorToken() {
    var certificate = exchange.client("kr", AUDITOR).credential();
    return exchange
        .issuer()
        .realm("kr")
        .auditorToken(AUDITOR, certificate)
        .withRoles("auditor", "joint-auditor");
  }

  /** What a search found, by idempotency key, newest first. */
  static List<String> uids(JsonPath page) {
    return page.getList("entries.record.metadata.uid", String.class);
  }

  /** How many entries answer this condition, in the table itself. */
  long recorded(String condition) {
    return number("SELECT count(*) FROM entry LEFT JOIN disclosure USING (idx) WHERE " + condition);
  }

  /** The only number this finds. */
  long number(String sql) {
    try (var connection = exchange.postgres().getPostgresDatabase().getConnection();
        var statement = connection.createStatement();
        var row = statement.executeQuery(sql)) {
      return row.next() ? row.getLong(1) : -1;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What operators read under this name, labels included. */
  double metric(String name) {
    return given()
        .get(management.resolve("/q/metrics"))
        .asString()
        .lines()
        .filter(line -> line.startsWith(name + " "))
        .mapToDouble(line -> Double.parseDouble(line.substring(name.length() + 1)))
        .findFirst()
        .orElseThrow();
  }

  /** Runs this as the owner of the database, past all triggers. */
  void tamper(String sql) {
    try (var connection = exchange.postgres().getPostgresDatabase().getConnection();
        var statement = connection.createStatement()) {
      statement.execute("SET session_replication_role = replica;" + sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
