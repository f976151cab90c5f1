package org.entente.gateway.taxii;

import java.util.List;
import java.util.Optional;
import org.entente.kit.manifest.Content;

/**
 * TAXII 2.1's content negotiation (sections 1.6.8 and 3.1). Pure. Types are parsed, never compared
 * as text, because clients write them with blanks, quotes and q-values.
 */
public final class Negotiation {

  private static final String TAXII = "application/taxii+json";
  private static final String STIX = "application/stix+json";
  private static final String VERSION = "2.1";

  /**
   * Whether an answer in TAXII 2.1 is acceptable. A {@code lenient} look also takes a client that
   * says nothing or asks for anything, as many that only read do; the standard wants the type.
   */
  static boolean acceptsTaxii(List<String> acceptHeaders, boolean lenient) {
    List<MediaRange> ranges =
        acceptHeaders.stream().flatMap(header -> MediaRange.listOf(header).stream()).toList();
    if (ranges.isEmpty()) {
      return lenient;
    }
    return ranges.stream()
        .filter(range -> !range.refused())
        .anyMatch(range -> isTaxii(range) || (lenient && coversTaxii(range)));
  }

  /**
   * Whether a manifest in TAXII 2.1 is acceptable: the table of section 5.3 lists STIX's media type
   * beside TAXII's, so a client that names it alone is right, too.
   */
  static boolean acceptsManifest(List<String> acceptHeaders) {
    return acceptsTaxii(acceptHeaders, true)
        || acceptHeaders.stream()
            .flatMap(header -> MediaRange.listOf(header).stream())
            .anyMatch(range -> !range.refused() && isOf(STIX, range));
  }

  /** Whether a body is said to be STIX itself and not an envelope around it. */
  public static boolean isStix(Optional<String> contentType) {
    return contentType.map(MediaRange::of).filter(range -> range.type().equals(STIX)).isPresent();
  }

  /** Whether a body of this type is an envelope of TAXII 2.1. */
  public static boolean isTaxii(Optional<String> contentType) {
    return contentType.map(MediaRange::of).filter(Negotiation::isTaxii).isPresent();
  }

  /** Whether a body is of the type, and if it says so the version, of this content. */
  public static boolean is(Content content, Optional<String> contentType) {
    MediaRange wanted = MediaRange.of(content.mediaType());
    return contentType
        .map(MediaRange::of)
        .filter(range -> range.type().equals(wanted.type()))
        .filter(range -> range.version().isEmpty() || range.version().equals(wanted.version()))
        .isPresent();
  }

  /** Whether a body of this type has parts. */
  public static boolean isForm(Optional<String> contentType) {
    return contentType
        .map(MediaRange::of)
        .filter(range -> range.type().equals("multipart/form-data"))
        .isPresent();
  }

  private static boolean coversTaxii(MediaRange range) {
    return range.type().equals("*/*") || range.type().equals("application/*");
  }

  private static boolean isTaxii(MediaRange range) {
    return isOf(TAXII, range);
  }

  private static boolean isOf(String type, MediaRange range) {
    return range.type().equals(type)
        && (range.version().isEmpty() || range.version().equals(VERSION));
  }

  private Negotiation() {}
}
