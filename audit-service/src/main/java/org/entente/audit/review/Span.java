package org.entente.audit.review;

/**
 * A stretch of the log.
 *
 * @param first index in it
 * @param end index behind it
 */
record Span(long first, long end) {}
