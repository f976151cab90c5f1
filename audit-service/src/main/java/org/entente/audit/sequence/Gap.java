package org.entente.audit.sequence;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Neighbouring numbers that no entry has.
 *
 * @param first the smallest one
 * @param last the greatest one
 */
record Gap(@Schema(required = true) long first, @Schema(required = true) long last) {}
