package org.entente.gateway.exchange;

import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;

/** Ways to send a submission. */
public final class Submitting {

  /** The objects of the one collection. */
  public static final String OBJECTS =
      "/taxii2/exchange/collections/" + Surroundings.COLLECTION + "/objects/";

  /** An envelope nobody here looks into. */
  public static final String ENVELOPE = "{\"objects\":[{\"id\":\"indicator--1\"}]}";

  /** Manifest in the header, the envelope as the body. */
  public static Response plain(Visit visit, String manifest, String body) {
    return visit
        .request()
        .header("Accept", Visit.TAXII)
        .header("Content-Type", Visit.TAXII)
        .header("Submission-Manifest", manifest)
        .body(body.getBytes(StandardCharsets.UTF_8))
        .post(OBJECTS);
  }

  /** Manifest as the first part, the envelope as the second. */
  public static Response parts(Visit visit, String manifest, String body) {
    String type = manifest.startsWith("{") ? "application/jose+json" : "application/jose";
    return form(
        visit, part("manifest", type, manifest) + part("body", Visit.TAXII, body) + "--cut--\r\n");
  }

  /** Any multipart text with the boundary {@code cut}. */
  public static Response form(Visit visit, String text) {
    return visit
        .request()
        .header("Accept", Visit.TAXII)
        .header("Content-Type", "multipart/form-data; boundary=cut")
        .body(text.getBytes(StandardCharsets.UTF_8))
        .post(OBJECTS);
  }

  /** One part with the boundary {@code cut}. */
  public static String part(String name, String type, String content) {
    return "--cut\r\nContent-Disposition: form-data; name=\""
        + name
        + "\"; filename=\"f\"\r\nContent-Type: "
        + type
        + "\r\n\r\n"
        + content
        + "\r\n";
  }

  private Submitting() {}
}
