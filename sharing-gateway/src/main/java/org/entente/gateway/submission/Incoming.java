package org.entente.gateway.submission;

import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.gateway.refusal.Code;
import org.entente.gateway.refusal.Refused;
import org.jboss.resteasy.reactive.server.multipart.FormValue;
import org.jboss.resteasy.reactive.server.multipart.MultipartFormDataInput;

/**
 * A submission as it came.
 *
 * @param manifest the JWS as sent
 * @param body the envelope as sent; nobody changes the array
 * @param contentType of the body
 */
@SuppressWarnings("ArrayRecordComponent") // Megabytes on their way through; never compared.
record Incoming(byte[] manifest, byte[] body, Optional<String> contentType) {

  static final String MANIFEST = "Submission-Manifest";

  /** Manifest in a header, envelope as the body. */
  static Incoming plain(HttpServerRequest request, byte[] body) {
    List<String> manifests = request.headers().getAll(MANIFEST);
    if (manifests.size() != 1) {
      throw new Refused(
          Code.SIG_MALFORMED, "Send exactly one " + MANIFEST + " header; see the partner kit.");
    }
    byte[] manifest = manifests.getFirst().getBytes(StandardCharsets.UTF_8);
    return new Incoming(manifest, body, Optional.ofNullable(request.getHeader("Content-Type")));
  }

  /** First part manifest, second part body, nothing else. */
  static Incoming multipart(MultipartFormDataInput form) {
    Map<String, Collection<FormValue>> parts = form.getValues();
    if (!List.copyOf(parts.keySet()).equals(List.of("manifest", "body"))) {
      throw new Refused(
          Code.MULTIPART_INVALID, "Send two parts: first \"manifest\", then \"body\".");
    }
    FormValue body = only(parts, "body");
    Optional<String> type =
        Optional.ofNullable(body.getHeaders()).map(headers -> headers.getFirst("Content-Type"));
    return new Incoming(bytes(only(parts, "manifest")), bytes(body), type);
  }

  private static FormValue only(Map<String, Collection<FormValue>> parts, String name) {
    Collection<FormValue> values = parts.getOrDefault(name, List.of());
    if (values.size() != 1) {
      throw new Refused(Code.MULTIPART_INVALID, "Send each part once.");
    }
    return values.iterator().next();
  }

  private static byte[] bytes(FormValue part) {
    if (!part.isFileItem()) {
      return part.getValue().getBytes(StandardCharsets.UTF_8);
    }
    try (InputStream in = part.getFileItem().getInputStream()) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("a part that was just received cannot be read", e);
    }
  }
}
