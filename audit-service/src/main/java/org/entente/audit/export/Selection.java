package org.entente.audit.export;

import java.util.List;
import java.util.Optional;
import org.entente.audit.visibility.AuditScope;

/**
 * The entries of one export.
 *
 * @param scope of whoever asked
 * @param filtered whether anything but a range of indices was asked for
 * @param indices in order
 * @param next {@code before} of the export that continues this one, towards older entries
 * @param length bytes of the entries as JSON Lines
 * @param sha256 of the same, base64url
 */
record Selection(
    AuditScope scope,
    boolean filtered,
    List<Long> indices,
    Optional<Long> next,
    long length,
    String sha256) {

  Selection {
    indices = List.copyOf(indices);
  }

  /** Whether no index is left out between the first and the last one. */
  boolean contiguous() {
    return indices.isEmpty() || indices.getLast() - indices.getFirst() + 1 == indices.size();
  }

  /** Whether it holds every entry of its range: nothing was filtered, and nothing withheld. */
  boolean complete() {
    return !filtered && scope instanceof AuditScope.Joint && contiguous();
  }
}
