package org.entente.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ConnectException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.entente.agreement.AgreementFile;
import org.entente.e2e.scene.Eventually;
import org.entente.e2e.scene.Health;
import org.entente.e2e.scene.Newcomer;
import org.entente.e2e.scene.OneExchange;
import org.entente.e2e.scene.Scene;
import org.entente.e2e.scene.Stix;
import org.entente.kit.client.ExchangeClient;
import org.entente.kit.client.Session;
import org.entente.kit.client.Unreachable;
import org.entente.kit.profile.PartnerProfile;
import org.entente.local.exchange.Member;
import org.entente.local.exchange.Service;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Adding a third party is an edit of {@code exchange.yaml}; nothing is restarted. */
@ExtendWith(OneExchange.class)
class AThirdPartyJoinsTest {

  private static final String CHANGES =
      "SELECT count(*) FROM entry WHERE operation = 'log.policyChange'";

  private final Scene scene;
  private final String agreed;
  private final ExchangeClient korea;

  @TempDir Path folder;

  @SuppressWarnings("NullAway.Init") // Set before each test.
  private Newcomer japan;

  AThirdPartyJoinsTest(Scene scene) throws IOException {
    this.scene = scene;
    agreed = Files.readString(scene.exchange().agreement());
    var profile = PartnerProfile.read(scene.exchange().profile(Member.KOREA.feed()));
    korea = new ExchangeClient(Session.of(profile));
  }

  @BeforeEach
  void nobody_knows_it() {
    japan = new Newcomer(scene.exchange(), folder);
  }

  @AfterEach
  void as_it_was() throws IOException {
    agree(agreed);
    japan.close();
  }

  @Test
  void it_joins_and_leaves_while_the_exchange_runs() throws IOException {
    assertOutside();
    var changes = scene.audit().number(CHANGES);

    // It joins.
    agree(japan.joining(agreed));
    var feed = japan.feed();
    var warning = Stix.indicator(Newcomer.JAPAN);
    japan.submit(feed, Stix.envelope(warning.text()));
    assertEquals(List.of(warning.id()), Newcomer.received(korea, Newcomer.TO_KOREA));
    assertEquals(List.of(), Newcomer.received(feed, Newcomer.FROM_KOREA));
    assertOldPartiesUnaffected();
    Eventually.is("the change is in the log", () -> scene.audit().number(CHANGES) > changes);

    // A faulty edit changes nothing, and all services say why.
    assertFaultyEditIsTold();
    assertEquals(List.of(warning.id()), Newcomer.received(korea, Newcomer.TO_KOREA));
    assertEquals(List.of(), Newcomer.received(feed, Newcomer.FROM_KOREA));

    // It leaves.
    agree(agreed);
    assertOutside();
    assertThrows(
        RuntimeException.class, feed::collections, "its old connections are of no use to it");
    assertOldPartiesUnaffected();
  }

  private void assertFaultyEditIsTold() throws IOException {
    var faulty = japan.joining(agreed).replace("producer: jp", "producer: japan");
    Files.writeString(scene.exchange().agreement(), faulty);
    var fault = "/collections/jp-to-kr/producer: japan is no party; there are kr, eu, jp";
    for (var service : services()) {
      Eventually.is("the fault is told", () -> Health.of(service).said().contains(fault));
    }
  }

  private void assertOutside() {
    var refused = assertThrows(Unreachable.class, () -> japan.feed().collections());
    assertTrue(
        Stream.<Throwable>iterate(refused, cause -> cause != null, Throwable::getCause)
            .noneMatch(ConnectException.class::isInstance),
        () -> "nobody was there: " + refused);
  }

  private void assertOldPartiesUnaffected() {
    var warning = Stix.indicator(Member.KOREA);
    scene.korea().submit(Stix.envelope(warning.text()));
    assertEquals(1, scene.eu().received(warning.id()).size());
  }

  /** Returns when all services go by it. */
  private void agree(String text) throws IOException {
    var file = scene.exchange().agreement();
    Files.writeString(file, text);
    var digest = new AgreementFile(file).read().digest();
    for (var service : services()) {
      Eventually.is("in force", () -> Health.of(service).said().contains(digest));
    }
  }

  private List<Service> services() {
    return List.of(scene.gateway(), scene.indicatorService(), scene.auditService());
  }
}
