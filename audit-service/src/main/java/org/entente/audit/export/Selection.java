package org.entente.audit.export;

import java.util.List;
import org.entente.audit.visibility.AuditScope;

/**
 * The entries of one export, and what they will be.
 *
 * @param scope of whoever asked
 * @param length bytes of the entries as JSON Lines
 * @param sha256 of the same, base64url
 */
record Selection(AuditScope scope, Part part, long length, String sha256) {

  List<Long> indices() {
    return part.indices();
  }

  /** Whether it holds every entry of its range: nothing was filtered, and nothing withheld. */
  boolean complete() {
    return !part.filtered() && scope instanceof AuditScope.Joint && part.contiguous();
  }
}
