package org.entente.audit.record;

/**
 * On whose behalf an access was made.
 *
 * @param party partner id, {@link #UNKNOWN} when not established
 * @param client client or service id, {@link #UNKNOWN} when not established
 * @param token {@code jti} of the accepted token, empty when there was none
 * @param issuer who issued that token, empty when there was none
 */
public record Actor(String party, String client, String token, String issuer) {

  /** Stands for a party or client nobody could establish. */
  public static final String UNKNOWN = "-";

  /** An actor known by certificate alone. */
  public static Actor withoutToken(String party, String client) {
    return new Actor(party, client, "", "");
  }
}
