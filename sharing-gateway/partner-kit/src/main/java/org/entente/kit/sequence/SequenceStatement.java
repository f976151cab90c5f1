package org.entente.kit.sequence;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.entente.kit.manifest.Sha256;

/**
 * What a client states with a request (version 1).
 *
 * @param client {@code client_id}: its OIDC client id
 * @param number {@code seq}: 1 for the first request, and one more for each; a request that is
 *     tried again keeps its number
 * @param method {@code htm}
 * @param url {@code htu}: the address without query and fragment, as in RFC 9449 section 4.2
 * @param issuedAt {@code iat}, in whole seconds
 * @param previous {@code prev}: SHA-256 of the statement this client signed before, as sent; absent
 *     in its first one
 */
public record SequenceStatement(
    String client,
    long number,
    String method,
    String url,
    Instant issuedAt,
    Optional<Sha256> previous) {

  /** The header it travels in. */
  public static final String HEADER = "Client-Sequence";

  /** The token's {@code typ}. */
  public static final String TYPE = "entente-sequence+jwt";

  /** The greatest number that every reader of JSON takes exactly (RFC 7493 section 2.2). */
  public static final long LAST_NUMBER = (1L << 53) - 1;

  Map<String, Object> claims() {
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("ver", 1L);
    claims.put("client_id", client);
    claims.put("seq", number);
    claims.put("htm", method);
    claims.put("htu", url);
    claims.put("iat", issuedAt.getEpochSecond());
    previous.ifPresent(digest -> claims.put("prev", digest.base64Url()));
    return claims;
  }
}
