package org.entente.audit.reconciliation;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * That a finding is kept.
 *
 * @param index of the record that says so
 * @param leaf its leaf hash, base64url
 * @param sha256 of the finding as received, base64url: what that record says
 */
@Schema(name = "FiledReconciliation")
record Filed(
    @Schema(required = true) long index,
    @Schema(required = true) String leaf,
    @Schema(required = true) String sha256) {}
