package org.entente.kit.manifest;

import java.util.Arrays;

/**
 * What a manifest can be about. The type is signed, so that a manifest made for one thing is never
 * taken for another.
 */
public enum Content {
  /** A TAXII envelope: objects are added. */
  ENVELOPE("application/taxii+json;version=2.1"),
  /** Later acts: objects are released to more readers or withdrawn. */
  RELEASE("application/vnd.entente.release+json;version=1"),
  /** The absolute URL, in ASCII, whose deletion is asked for. */
  DELETION("application/vnd.entente.deletion;version=1");

  private final String mediaType;

  Content(String mediaType) {
    this.mediaType = mediaType;
  }

  /** The claim {@code cty} of the body. */
  public String mediaType() {
    return mediaType;
  }

  static boolean isKnown(String mediaType) {
    return Arrays.stream(values()).anyMatch(content -> content.mediaType.equals(mediaType));
  }
}
