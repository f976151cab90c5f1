package org.entente.gateway.partner;

import java.util.Optional;

/**
 * A registered client.
 *
 * @param purpose why it asks when a request does not say
 * @param counts whether it must number its requests
 */
public record Client(Optional<String> purpose, Seat seat, boolean counts) {}
