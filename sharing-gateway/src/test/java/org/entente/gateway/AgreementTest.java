package org.entente.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.ObserverMethod;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.ConnectException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.entente.gateway.exchange.AroundTheGateway;
import org.entente.gateway.exchange.Refusals;
import org.entente.gateway.exchange.Surroundings;
import org.entente.gateway.exchange.Visit;
import org.entente.gateway.exchange.Visitor;
import org.entente.gateway.partner.CurrentPartners;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What changes when the parties agree on something else while the gateway runs. */
@QuarkusTest
@QuarkusTestResource(AroundTheGateway.class)
class AgreementTest {

  private static final String DISCOVERY = "/taxii2/";

  @SuppressWarnings("NullAway.Init") // The test resource injects it.
  Surroundings around;

  @Inject
  @SuppressWarnings("NullAway.Init") // Quarkus injects it.
  CurrentPartners current;

  @Inject
  @SuppressWarnings("NullAway.Init") // Quarkus injects it.
  BeanManager beans;

  @SuppressWarnings("NullAway.Init") // Set before each test.
  private String before;

  @BeforeEach
  void fresh() {
    around.upstream().reset();
    before = digest();
  }

  @AfterEach
  void as_it_was() {
    around.agreed().write(around.agreed().usual());
    until("the usual agreement", () -> digest().equals(before));
  }

  @Test
  void a_party_that_is_taken_out_is_out_and_one_that_is_added_is_in() {
    // Given
    var japan = around.pki().party("jp").client("jp-feed");
    var korea = Visit.by(around, "kr");
    assertEquals(401, Visitor.with(japan, around).get(DISCOVERY).statusCode());

    // When
    agree(around.agreed().text(List.of("kr", "eu")));

    // Then
    RequestSpecification request = Visitor.with(japan, around);
    // An alert, or a reset where the request was still being sent.
    var ended = assertThrows(IOException.class, () -> request.get(DISCOVERY));
    assertFalse(ended instanceof ConnectException, ended::toString);
    assertEquals(200, korea.get(DISCOVERY).statusCode());
    agree(around.agreed().usual());
    assertEquals(401, Visitor.with(japan, around).get(DISCOVERY).statusCode(), "no token yet");
  }

  @Test
  void a_client_that_is_taken_out_is_unknown_and_its_colleagues_are_not() {
    // Given
    var removed = Visit.by(around, "kr");
    assertEquals(200, removed.get(DISCOVERY).statusCode());

    // When
    agree(around.agreed().usual().replaceFirst("kr-feed:", "kr-other:"));

    // Then
    new Refusals(around.upstream()).of(() -> removed.get(DISCOVERY), 403, "CLIENT_UNKNOWN");
    assertEquals(200, Visit.by(around, "eu").get(DISCOVERY).statusCode());
  }

  @Test
  void another_issuer_is_the_only_one_that_counts() {
    // Given
    var korea = Visit.by(around, "kr");
    var issuer = around.issuer().realm("kr").issuer();

    // When
    agree(
        around
            .agreed()
            .usual()
            .replace('"' + issuer + '"', "\"https://id.example.org/kr\", url: \"" + issuer + '"'));

    // Then
    new Refusals(around.upstream()).of(() -> korea.get(DISCOVERY), 401, "AUTH_ISSUER");
  }

  /** CDI tells nobody any more once one has failed, and those of one priority in any order. */
  @Test
  void what_can_fail_comes_after_limits_and_lists() {
    var followers = beans.resolveObserverMethods(current.now());
    var last =
        followers.stream()
            .filter(each -> each.getPriority() > ObserverMethod.DEFAULT_PRIORITY)
            .toList();

    assertEquals(3, followers.size());
    assertEquals(1, last.size());
    assertTrue(last.getFirst().getBeanClass().getName().endsWith("DoorTrust$Renewal"));
  }

  @Test
  void the_title_follows() {
    // When
    agree("title: Renamed\n" + around.agreed().usual());

    // Then
    var discovery = Visit.by(around, "kr").get(DISCOVERY);
    assertEquals("Renamed", discovery.jsonPath().getString("title"));
  }

  @Test
  void a_faulty_file_changes_nothing_and_is_told_to_operators() {
    // When
    around.agreed().write(around.agreed().usual().replace("threat-warning", "''"));

    // Then
    until("told", () -> refused().contains("/parties/kr/clients/kr-feed/purpose: must be"));
    assertEquals(before, digest());
    assertEquals(200, Visit.by(around, "kr").get(DISCOVERY).statusCode());
    around.agreed().write(around.agreed().usual());
    until("told that it is over", () -> refused().isEmpty());
  }

  private void agree(String text) {
    String old = digest();
    around.agreed().write(text);
    until("the agreement is in force", () -> !digest().equals(old) && isSettled());
  }

  /** The door's side of TLS follows the rest, and what tells of it comes last. */
  private boolean isSettled() {
    return current.standing().digest().equals(digest());
  }

  private String refused() {
    return current.standing().trouble().orElse("");
  }

  private String digest() {
    return current.now().agreement().digest();
  }

  private static void until(String what, BooleanSupplier so) {
    Instant deadline = Instant.now().plus(Duration.ofSeconds(30));
    while (!so.getAsBoolean()) {
      assertTrue(Instant.now().isBefore(deadline), what);
      Thread.onSpinWait();
    }
  }
}
