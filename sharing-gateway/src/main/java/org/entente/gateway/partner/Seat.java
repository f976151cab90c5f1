package org.entente.gateway.partner;

import java.util.Optional;

/**
 * Where in a partner a client sits: nowhere in particular, at an agency, or in a role at one.
 *
 * @param role only together with an agency
 */
public record Seat(Optional<String> agency, Optional<String> role) {

  /** The short form used in records, {@code cert-eu} or {@code cert-eu/liaison}, if any. */
  public Optional<String> unit() {
    return agency.map(name -> role.map(r -> name + "/" + r).orElse(name));
  }
}
