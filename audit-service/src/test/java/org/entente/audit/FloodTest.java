package org.entente.audit;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.entente.pki.CertificateTemplate;
import org.entente.pki.CredentialFiles;
import org.entente.pki.Pki;
import org.junit.jupiter.api.Test;

/** Whoever floods the auditors' door fills the log with a few records and keeps nobody out. */
@QuarkusTest
@TestProfile(FloodTest.Narrow.class)
class FloodTest extends ServiceTest {

  private static final int FLOOD = 400;
  private static final String LIMITED = "operation = 'http.limited' AND code = 'RATE_LIMITED'";

  /** Limits that a test reaches, and too slow to give much while it runs. */
  public static final class Narrow implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "entente.limits.client.rate", "1",
          "entente.limits.client.burst", "60",
          "entente.limits.client.requests", "1000",
          "entente.limits.party.rate", "1",
          "entente.limits.party.burst", "2000",
          "entente.limits.party.requests", "1000",
          "entente.limits.strangers.rate", "1",
          "entente.limits.strangers.burst", "40",
          "entente.limits.strangers.requests", "1000",
          "entente.limits.window", "PT1S");
    }
  }

  @Test
  void a_revoked_certificate_gets_a_few_refusals_on_record_and_the_rest_counted() {
    // Given
    var party = exchange.pki().party("kr");
    var own = party.tls("revoked-flood", CertificateTemplate.client("kr", "kr-flood"));
    party.revokedTls().revoke(own.credential().leaf());
    until("it is revoked", () -> flood(own, 1, "/v1/search").getFirst().statusCode() == 403);
    var one = recorded("code = 'CERT_REVOKED'");

    // When
    var answers = flood(own, FLOOD, "/v1/search");

    // Then
    var seconds = assertLimited(answers);
    assertTrue(seconds > 1, () -> "comes again after " + seconds);
    assertTrue(recorded("code = 'CERT_REVOKED'") <= one + 40, "one by one");
    assertCounted("party = 'kr' AND coalesce(actor, '-') = '-'", limited(answers));
    assertEquals(200, auditorOf("kr").get("/v1/search").statusCode());
    assertEquals(200, auditorOf("eu").get("/v1/search").statusCode());
    appended(SampleRecord.fresh());
  }

  @Test
  void a_good_certificate_without_a_token_keeps_no_other_client_out() {
    var answers = flood(exchange.client("us", "us-flood"), FLOOD, "/v1/search");

    var _ = assertLimited(answers);
    assertTrue(recorded("party = 'us' AND code = 'AUTH_NO_TOKEN'") <= 60, "one by one");
    assertCounted("party = 'us' AND actor = 'us-flood'", limited(answers));
    assertEquals(200, auditorOf("us").get("/v1/search").statusCode());
    assertEquals(200, auditorOf("eu").get("/v1/search").statusCode());
    appended(SampleRecord.fresh());
  }

  @Test
  void open_paths_count_and_what_is_no_record_stays_none() {
    // Given
    var before = recorded("party = 'eu'");

    // When
    var answers = flood(exchange.client("eu", "eu-flood"), FLOOD, "/checkpoint");

    // Then
    var _ = assertLimited(answers);
    assertTrue(answers.stream().filter(answer -> answer.statusCode() == 200).count() >= 60);
    assertCounted("party = 'eu' AND actor = 'eu-flood'", limited(answers));
    assertTrue(recorded("party = 'eu'") <= before + 2 * windows(answers), "records");
    assertTrue(metric("audit_limited_total{limit=\"client-rate\",party=\"eu\"}") >= 1);
    assertEquals(0, metric("audit_counts_unrecorded"));
  }

  @Test
  void a_browser_gets_a_page_in_its_language_with_the_fields_of_every_page() {
    var own = exchange.client(Exchange.LATE, "late-browser");
    var _ = assertLimited(flood(own, FLOOD, "/checkpoint"));

    // A second later one more is let in, and refused, which costs it the next ten.
    var first = page(own);
    var limited = first.statusCode() == 429 ? first : page(own);

    limited
        .then()
        .statusCode(429)
        .header("Retry-After", notNullValue())
        .header("Content-Security-Policy", startsWith("default-src 'none'"))
        .contentType("text/html")
        .body(containsString("RATE_LIMITED"))
        .body(containsString("허용된 것보다 많은 요청이 들어왔습니다"));
  }

  private Response page(CredentialFiles own) {
    return new Caller(exchange, service, own)
        .request()
        .header("Accept", "text/html")
        .header("Accept-Language", "ko")
        .get("/console/");
  }

  @Test
  void services_are_not_limited() {
    var answers = flood(exchange.pki().service(Pki.GATEWAY), FLOOD, "/checkpoint");

    assertEquals(0, limited(answers));
  }

  /** A flood lasts less than a minute, so it opens at most so many windows of a second. */
  private static long windows(List<HttpResponse<String>> answers) {
    return Math.min(60, limited(answers));
  }

  private static long limited(List<HttpResponse<String>> answers) {
    return answers.stream().filter(answer -> answer.statusCode() == 429).count();
  }

  /** Most are limited, and say so; the longest time to wait, in seconds. */
  private static long assertLimited(List<HttpResponse<String>> answers) {
    assertTrue(limited(answers) > FLOOD / 2, () -> limited(answers) + " of " + answers.size());
    return answers.stream()
        .filter(answer -> answer.statusCode() == 429)
        .mapToLong(answer -> {
          assertTrue(answer.body().contains("\"code\":\"RATE_LIMITED\""), answer::body);
          return answer.headers().firstValueAsLong("Retry-After").orElseThrow();
        })
        .max()
        .orElseThrow();
  }

  /** The log says in the end that there were so many, by far fewer records. */
  private void assertCounted(String whose, long limited) {
    var sum =
        "SELECT coalesce(sum((convert_from(body, 'UTF8')::jsonb ->> 'count')::bigint), 0)"
            + " FROM entry LEFT JOIN disclosure USING (idx) WHERE "
            + LIMITED
            + " AND "
            + whose;
    until("counted", () -> number(sum) == limited);
    assertTrue(recorded(LIMITED + " AND " + whose) < limited / 4, "few records");
  }

  private List<HttpResponse<String>> flood(CredentialFiles own, int requests, String path) {
    var request =
        HttpRequest.newBuilder(URI.create("https://localhost:" + service.getPort() + path)).build();
    try (var client = HttpClient.newBuilder().sslContext(Tls.context(exchange, own)).build()) {
      var answers =
          IntStream.range(0, requests)
              .mapToObj(_ -> client.sendAsync(request, BodyHandlers.ofString()))
              .toList();
      return answers.stream().map(CompletableFuture::join).toList();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void until(String what, BooleanSupplier so) {
    var deadline = Instant.now().plus(Duration.ofSeconds(20));
    while (!so.getAsBoolean()) {
      assertTrue(Instant.now().isBefore(deadline), what);
      Thread.onSpinWait();
    }
  }
}
