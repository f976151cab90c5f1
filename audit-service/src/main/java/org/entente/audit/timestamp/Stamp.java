package org.entente.audit.timestamp;

import java.time.Instant;

/**
 * That an authority has stamped a checkpoint.
 *
 * @param size of the log
 * @param party whose choice the authority is
 * @param stated when, by the authority's clock
 * @param kept when, by ours
 */
public record Stamp(long size, String party, Instant stated, Instant kept) {}
