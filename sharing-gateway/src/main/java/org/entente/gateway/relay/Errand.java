package org.entente.gateway.relay;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Optional;
import org.entente.gateway.door.Caller;
import org.entente.gateway.record.Attempt;
import org.entente.gateway.record.Particulars;

/**
 * A request on its way inside: who asks for what, and why.
 *
 * @param caller who was let in
 * @param attempt what it asks for
 * @param purpose why
 */
public record Errand(Caller caller, Attempt attempt, String purpose) {

  private static final JsonFactory JSON = new JsonFactory();

  /**
   * The header that tells a service inside who is asking: base64url JSON, so that no value can
   * break out of it. No token travels inside.
   */
  String header() {
    var bytes = new ByteArrayOutputStream(512);
    try (JsonGenerator out = JSON.createGenerator(bytes)) {
      out.writeStartObject();
      out.writeStringField("partner", caller.partner());
      out.writeStringField("client", caller.client());
      optional(out, "agency", caller.seat().agency());
      optional(out, "role", caller.seat().role());
      out.writeStringField("subject", caller.subject());
      out.writeStringField("issuer", caller.issuer());
      out.writeStringField("token", caller.token());
      out.writeStringField("tls_leaf", caller.tlsLeaf());
      out.writeStringField("ip", attempt.http().ip());
      out.writeStringField("purpose", purpose);
      optional(out, "legal_basis", caller.legalBasis());
      out.writeStringField("request", attempt.request().toString());
      out.writeStringField("method", attempt.http().method());
      out.writeStringField("path", attempt.http().path());
      if (number().isPresent()) {
        out.writeStringField("client_seq", Long.toString(number().get().number()));
        out.writeStringField("client_seq_sha256", number().get().sha256());
      }
      out.writeFieldName("scopes");
      out.writeArray(caller.scopes().toArray(String[]::new), 0, caller.scopes().size());
      out.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail", e);
    }
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.toByteArray());
  }

  /** The client's own number of this request. */
  Optional<Particulars.Counted> number() {
    return attempt.particulars().counted();
  }

  private static void optional(JsonGenerator out, String name, Optional<String> value)
      throws IOException {
    if (value.isPresent()) {
      out.writeStringField(name, value.get());
    }
  }
}
