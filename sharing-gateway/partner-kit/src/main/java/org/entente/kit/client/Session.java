package org.entente.kit.client;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.Optional;
import org.entente.kit.profile.Certificates;
import org.entente.kit.profile.PartnerProfile;

/**
 * One client's authenticated access: its certificate on every connection, its token and purpose on
 * every request. Thread-safe.
 */
public final class Session {

  private final PartnerProfile profile;
  private final Connection connection;
  private final Optional<TokenSource> tokens;
  private final Optional<String> purpose;

  private Session(
      PartnerProfile profile,
      Connection connection,
      Optional<TokenSource> tokens,
      Optional<String> purpose) {
    this.profile = profile;
    this.connection = connection;
    this.tokens = tokens;
    this.purpose = purpose;
  }

  /** The session of this profile. Nothing is sent yet. */
  public static Session of(PartnerProfile profile) {
    Connection connection = connection(profile);
    TokenSource tokens = new TokenSource(profile, connection, Clock.systemUTC());
    return new Session(profile, connection, Optional.of(tokens), profile.purpose());
  }

  /**
   * The same access for a purpose of its own.
   *
   * @param stated 1 to 120 characters of ASCII
   */
  public Session statingPurpose(String stated) {
    return new Session(profile, connection, tokens, Optional.of(stated));
  }

  /** For testing the door: this profile's certificate without any token. */
  public Session withoutToken() {
    return new Session(profile, connection, Optional.empty(), purpose);
  }

  /** For testing the door: this profile's certificate with another profile's token. */
  public Session withTokenOf(PartnerProfile other) {
    TokenSource tokens = new TokenSource(other, connection(other), Clock.systemUTC());
    return new Session(profile, connection, Optional.of(tokens), purpose);
  }

  PartnerProfile profile() {
    return profile;
  }

  HttpResponse<byte[]> get(String address, String accept) {
    return send(Connection.to(address).header("Accept", accept).GET());
  }

  HttpResponse<byte[]> send(HttpRequest.Builder request) {
    tokens.ifPresent(source -> request.header("Authorization", "Bearer " + source.token()));
    purpose.ifPresent(stated -> request.header("Access-Purpose", stated));
    return connection.send(request.build());
  }

  private static Connection connection(PartnerProfile profile) {
    return new Connection(profile.tls(), Certificates.in(profile.serverTrust()));
  }
}
