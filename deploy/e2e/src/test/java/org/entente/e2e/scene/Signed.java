package org.entente.e2e.scene;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.UUID;

/**
 * A submission, ready to be sent as often as one likes.
 *
 * @param jti the manifest's id
 * @param collection where it goes
 * @param manifest compact JWS
 * @param body the envelope
 */
public record Signed(UUID jti, String collection, String manifest, String body) {

  /** The same manifest with another body. */
  public Signed withBody(String other) {
    return new Signed(jti, collection, manifest, other);
  }

  /** The same, sent elsewhere. */
  public Signed to(String otherCollection) {
    return new Signed(jti, otherCollection, manifest, body);
  }

  public byte[] bodyBytes() {
    return body.getBytes(UTF_8);
  }

  public byte[] manifestBytes() {
    return manifest.getBytes(UTF_8);
  }
}
