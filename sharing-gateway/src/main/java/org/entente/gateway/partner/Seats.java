package org.entente.gateway.partner;

import java.util.Optional;
import java.util.regex.Pattern;
import org.entente.gateway.partner.ExchangeConfig.ClientConfig;
import org.entente.gateway.partner.ExchangeConfig.PartnerConfig;

/** Checks where a partner's clients sit, so that a mistake shows at start and not in a refusal. */
final class Seats {

  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{1,31}");

  /** The client's seat; {@code name} says which client, for the operator. */
  static Seat of(ClientConfig client, String name) {
    requireName(client.agency(), name, "agency");
    requireName(client.role(), name, "role");
    if (client.role().isPresent() && client.agency().isEmpty()) {
      throw new IllegalArgumentException("The client " + name + " has a role but no agency");
    }
    return new Seat(client.agency(), client.role());
  }

  /** A client without an agency would read for nobody beside clients that have one. */
  static void requireAlike(String id, PartnerConfig partner) {
    var clients = partner.clients().values();
    long seated = clients.stream().filter(client -> client.agency().isPresent()).count();
    if (seated > 0 && seated < clients.size()) {
      throw new IllegalArgumentException(
          "The partner " + id + " has agencies, and a client that belongs to none");
    }
  }

  private static void requireName(Optional<String> value, String client, String what) {
    if (value.filter(text -> !NAME.matcher(text).matches()).isPresent()) {
      throw new IllegalArgumentException(
          "The " + what + " of the client " + client + " is no name: " + value.get());
    }
  }

  private Seats() {}
}
