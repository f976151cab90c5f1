package org.entente.gateway.partner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.gateway.partner.ExchangeConfig.ClientConfig;
import org.entente.gateway.partner.ExchangeConfig.PartnerConfig;
import org.junit.jupiter.api.Test;

class SeatsTest {

  private static final Registered NOWHERE = new Registered("", "");
  private static final Registered CERT = new Registered("cert-eu", "");
  private static final Registered LIAISON = new Registered("cert-eu", "liaison");

  @Test
  void a_seat_is_nowhere_in_particular_at_an_agency_or_in_a_role_at_one() {
    assertEquals(Optional.empty(), Seats.of(NOWHERE, "c").unit());
    assertEquals(Optional.of("cert-eu"), Seats.of(CERT, "c").unit());
    assertEquals(Optional.of("cert-eu/liaison"), Seats.of(LIAISON, "c").unit());
  }

  @Test
  void a_role_needs_an_agency_and_names_have_a_form() {
    for (var wrong :
        List.of(
            new Registered("", "liaison"),
            new Registered("CERT", ""),
            new Registered("cert/eu", ""),
            new Registered("cert-eu", "x y"))) {
      assertThrows(IllegalArgumentException.class, () -> Seats.of(wrong, "c"));
    }
  }

  @Test
  void a_partner_with_agencies_has_no_client_without_one() {
    Seats.requireAlike("eu", new Partner(Map.of("a", NOWHERE, "b", NOWHERE)));
    Seats.requireAlike("eu", new Partner(Map.of("a", CERT, "b", LIAISON)));
    var mixed = new Partner(Map.of("a", CERT, "b", NOWHERE));
    assertThrows(IllegalArgumentException.class, () -> Seats.requireAlike("eu", mixed));
  }

  /** A client's configuration; empty text is a key that is not there. */
  private record Registered(String at, String as) implements ClientConfig {

    @Override
    public Optional<String> purpose() {
      return Optional.empty();
    }

    @Override
    public Optional<String> legalBasis() {
      return Optional.empty();
    }

    @Override
    public Optional<String> agency() {
      return Optional.of(at).filter(text -> !text.isEmpty());
    }

    @Override
    public Optional<String> role() {
      return Optional.of(as).filter(text -> !text.isEmpty());
    }

    @Override
    public ExchangeConfig.Sequence sequence() {
      return ExchangeConfig.Sequence.OPTIONAL;
    }

    @Override
    public LimitsConfig.Clients limits() {
      throw new UnsupportedOperationException("no seat depends on it");
    }
  }

  private record Partner(Map<String, ClientConfig> clients) implements PartnerConfig {

    private Partner {
      clients = Map.copyOf(clients);
    }

    @Override
    public Path tlsAnchors() {
      return Path.of("tls.pem");
    }

    @Override
    public Path signingAnchors() {
      return Path.of("signing.pem");
    }

    @Override
    public Optional<List<String>> signers() {
      return Optional.empty();
    }

    @Override
    public Duration maxManifestLifetime() {
      return Duration.ofMinutes(10);
    }

    @Override
    public LimitsConfig.Parties limits() {
      throw new UnsupportedOperationException("no seat depends on it");
    }

    @Override
    public Map<String, LimitsConfig.Parties> agencies() {
      return Map.of();
    }
  }
}
