package org.entente.audit.sequence;

/**
 * Whose numbers.
 *
 * @param party the client's partner
 */
public record ClientName(String party, String client) {}
