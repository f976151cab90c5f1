package org.entente.gateway.door;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Optional;

/**
 * What a bearer token says of itself, unverified: good enough to name it in a record and to say why
 * it was refused, never to let anybody in.
 */
record TokenText(String bearer, JsonNode claims) {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int LONGEST = 16 * 1024;

  /** The token of an Authorization header, or empty when it is no readable JWT. */
  static Optional<TokenText> of(String bearer) {
    String[] parts = bearer.split("\\.", -1);
    if (parts.length != 3 || bearer.length() > LONGEST) {
      return Optional.empty();
    }
    try {
      JsonNode claims = JSON.readTree(Base64.getUrlDecoder().decode(parts[1]));
      return claims != null && claims.isObject()
          ? Optional.of(new TokenText(bearer, claims))
          : Optional.empty();
    } catch (IllegalArgumentException | JsonProcessingException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail", e);
    }
  }

  /** Whether it was read from exactly this token. */
  boolean isOf(String token) {
    return bearer.equals(token);
  }

  /** Says nothing: a token must not get into a log by mistake. */
  @Override
  public String toString() {
    return "TokenText";
  }

  String text(String claim) {
    return claims.path(claim).asText("");
  }

  /** The certificate it is bound to (RFC 8705 section 3.1), empty when it is bound to none. */
  String boundTo() {
    return claims.path("cnf").path("x5t#S256").asText("");
  }

  boolean names(String claim, String value) {
    JsonNode found = claims.path(claim);
    if (found.isArray()) {
      for (JsonNode each : found) {
        if (each.asText().equals(value)) {
          return true;
        }
      }
      return false;
    }
    return found.asText("").equals(value);
  }
}
