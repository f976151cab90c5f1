package org.entente.gateway.taxii;

import java.util.List;
import java.util.Optional;

/**
 * TAXII 2.1's content negotiation (sections 1.6.8 and 3.1). Pure. Types are parsed, never compared
 * as text, because clients write them with blanks, quotes and q-values.
 */
final class Negotiation {

  private static final String TAXII = "application/taxii+json";
  private static final String VERSION = "2.1";

  /** Whether an answer in TAXII 2.1 is acceptable. A client that says nothing takes what comes. */
  static boolean acceptsTaxii(List<String> acceptHeaders) {
    List<MediaRange> ranges =
        acceptHeaders.stream().flatMap(header -> MediaRange.listOf(header).stream()).toList();
    return ranges.isEmpty()
        || ranges.stream().anyMatch(range -> !range.refused() && coversTaxii(range));
  }

  /** Whether a body of this type is an envelope of TAXII 2.1. */
  static boolean isTaxii(Optional<String> contentType) {
    return contentType.map(MediaRange::of).filter(Negotiation::isTaxii).isPresent();
  }

  private static boolean coversTaxii(MediaRange range) {
    return switch (range.type()) {
      case "*/*", "application/*" -> true;
      default -> isTaxii(range);
    };
  }

  private static boolean isTaxii(MediaRange range) {
    return range.type().equals(TAXII)
        && (range.version().isEmpty() || range.version().equals(VERSION));
  }

  private Negotiation() {}
}
