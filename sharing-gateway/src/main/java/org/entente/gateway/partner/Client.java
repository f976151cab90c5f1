package org.entente.gateway.partner;

import java.util.Optional;

/**
 * A registered client.
 *
 * @param purpose why it asks when a request does not say
 * @param legalBasis on what ground it asks and sends, its own or the exchange's
 * @param counts whether it must number its requests
 */
public record Client(
    Optional<String> purpose, Optional<String> legalBasis, Seat seat, boolean counts) {}
