package org.entente.gateway.submission;

import io.vertx.core.MultiMap;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.entente.gateway.body.BodyBudget;
import org.entente.gateway.body.BoundedBody;
import org.entente.gateway.refusal.Code;
import org.entente.gateway.refusal.Refused;
import org.entente.gateway.taxii.Negotiation;
import org.entente.kit.manifest.Content;

/**
 * The header fields that say how a submission was packed. Size and media type are judged before
 * anything is read, the rest after.
 *
 * @param manifests every {@code Submission-Manifest} field
 * @param announced {@code Content-Length}, 0 when the client announces none
 * @param waits whether the client waits for a word before it sends the body
 */
record Arrival(
    List<String> manifests, Optional<String> contentType, long announced, boolean waits) {

  private static final String NO_BUNDLES =
      "Objects are added as a signed TAXII envelope, not as STIX: put the objects of the bundle into"
          + " {\"objects\":[...]}, send Content-Type: application/taxii+json;version=2.1 and a"
          + " Submission-Manifest; the partner kit's submit takes a bundle and does all three.";

  /** Refuses what is encoded or neither an envelope nor parts. */
  static Arrival of(MultiMap headers) {
    Arrival arrival = unpacked(headers);
    if (!Negotiation.isForm(arrival.contentType)) {
      requireTaxii(arrival.contentType);
    }
    return arrival;
  }

  /** Refuses what is encoded or not itself of this content's type. */
  static Arrival of(MultiMap headers, Content content) {
    Arrival arrival = unpacked(headers);
    if (!Negotiation.is(content, arrival.contentType)) {
      throw new Refused(Code.HTTP_MEDIA_TYPE, "Send Content-Type: " + content.mediaType() + ".");
    }
    return arrival;
  }

  private static Arrival unpacked(MultiMap headers) {
    if (headers.contains("Content-Encoding")) {
      throw new Refused(
          Code.LIMIT_ENCODING, "Send the body without Content-Encoding: its own bytes are signed.");
    }
    Optional<String> type = Optional.ofNullable(headers.get("Content-Type"));
    String length = headers.get("Content-Length");
    return new Arrival(
        headers.getAll(Incoming.MANIFEST),
        type,
        length == null ? 0 : Long.parseLong(length),
        headers.contains("Expect"));
  }

  /** How many bytes may come: as many as announced, never more than are taken. */
  long expected(int limit) {
    int most = most(limit);
    return announced > 0 ? Math.min(announced, most) : most;
  }

  /** Reads the body; {@code limit} is that of the envelope. */
  byte[] read(InputStream in, int limit) {
    int most = most(limit);
    if (waits) {
      BoundedBody.requireAnnounced(announced, most);
    }
    return BoundedBody.read(in, most);
  }

  /** Takes a body apart that has been read. */
  Incoming takeApart(byte[] bytes, int limit) {
    if (!Negotiation.isForm(contentType)) {
      return Incoming.plain(manifests, bytes, Content.ENVELOPE);
    }
    Incoming incoming = Incoming.multipart(manifests, contentType.orElseThrow(), bytes);
    BoundedBody.requireAnnounced(incoming.body().length, limit);
    return incoming;
  }

  private int most(int limit) {
    return Negotiation.isForm(contentType) ? limit + BodyBudget.MULTIPART_EXTRA : limit;
  }

  static void requireTaxii(Optional<String> type) {
    if (Negotiation.isStix(type)) {
      throw new Refused(Code.HTTP_MEDIA_TYPE, NO_BUNDLES);
    }
    if (!Negotiation.isTaxii(type)) {
      throw new Refused(
          Code.HTTP_MEDIA_TYPE, "Send Content-Type: application/taxii+json;version=2.1.");
    }
  }
}
