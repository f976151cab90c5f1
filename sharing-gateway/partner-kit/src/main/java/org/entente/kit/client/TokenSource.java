package org.entente.kit.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.entente.kit.profile.PartnerProfile;
import org.jspecify.annotations.Nullable;

/**
 * Access tokens by client credentials, the client being authenticated by its TLS certificate (RFC
 * 8705 section 2). A token is used until half a minute before it ends. Thread-safe.
 */
final class TokenSource {

  private static final Duration SPARE = Duration.ofSeconds(30);

  private final PartnerProfile profile;
  private final Connection connection;
  private final Clock clock;

  // Owned by token(), which is synchronized.
  private @Nullable String token;
  private Instant usableUntil = Instant.MIN;

  TokenSource(PartnerProfile profile, Connection connection, Clock clock) {
    this.profile = profile;
    this.connection = connection;
    this.clock = clock;
  }

  /** A token that is good for a while yet. */
  synchronized String token() {
    String known = token;
    if (known != null && clock.instant().isBefore(usableUntil)) {
      return known;
    }
    Map<String, Object> answer = Connection.members(connection.send(request()).body());
    if (!(answer.get("access_token") instanceof String fresh)
        || !(answer.get("expires_in") instanceof Long seconds)) {
      throw new ExchangeRefused(200, "TOKEN_MISSING", "The identity provider sent no token.");
    }
    token = fresh;
    usableUntil = clock.instant().plusSeconds(seconds).minus(SPARE);
    return fresh;
  }

  private HttpRequest request() {
    String form = "grant_type=client_credentials&client_id=" + encoded(profile.clientId());
    String scope = profile.scope().map(value -> "&scope=" + encoded(value)).orElse("");
    return Connection.to(profile.tokenEndpoint().toString())
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(HttpRequest.BodyPublishers.ofString(form + scope))
        .build();
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, UTF_8);
  }
}
