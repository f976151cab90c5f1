package org.entente.gateway.door;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.entente.gateway.refusal.Code;
import org.entente.gateway.refusal.Refused;

/**
 * Names the reason why a token was refused. The decision is never made here: Quarkus has said no
 * already, and what cannot be explained is simply invalid.
 *
 * @param issuers the known issuers
 * @param audience the one audience accepted
 */
record TokenFault(Set<String> issuers, String audience) {

  private static final long SKEW_SECONDS = 5;

  Refused explain(Optional<TokenText> token, String tlsLeaf, Instant now) {
    return token.flatMap(text -> stated(text, tlsLeaf, now)).orElseGet(TokenFault::invalid);
  }

  /** What is wrong with it by its own account; nothing, if only its signature can be. */
  Optional<Refused> stated(TokenText text, String tlsLeaf, Instant now) {
    if (!issuers.contains(text.text("iss"))) {
      return refused(Code.AUTH_ISSUER, "No partner's identity provider issued this token.");
    }
    if (!inTime(text, now.getEpochSecond())) {
      return refused(Code.AUTH_EXP, "Fetch a new access token; this one is not valid now.");
    }
    if (!text.names("aud", audience)) {
      return refused(Code.AUTH_AUD, "The access token is not for " + audience + ".");
    }
    if (!text.boundTo().equals(tlsLeaf)) {
      return refused(
          Code.AUTH_BINDING,
          "The access token is not bound to the certificate of this connection.");
    }
    return Optional.empty();
  }

  private static Optional<Refused> refused(Code code, String detail) {
    return Optional.of(new Refused(code, detail));
  }

  private static boolean inTime(TokenText text, long now) {
    return text.claims().path("exp").asLong(0) + SKEW_SECONDS >= now
        && text.claims().path("nbf").asLong(0) <= now + SKEW_SECONDS;
  }

  private static Refused invalid() {
    return new Refused(Code.AUTH_TOKEN_INVALID, "The access token was not accepted.");
  }
}
