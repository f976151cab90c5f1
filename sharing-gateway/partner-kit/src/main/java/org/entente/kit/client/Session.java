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

  private Session(PartnerProfile profile, Connection connection, Optional<TokenSource> tokens) {
    this.profile = profile;
    this.connection = connection;
    this.tokens = tokens;
  }

  /** The session of this profile. Nothing is sent yet. */
  public static Session of(PartnerProfile profile) {
    Connection connection = connection(profile);
    TokenSource tokens = new TokenSource(profile, connection, Clock.systemUTC());
    return new Session(profile, connection, Optional.of(tokens));
  }

  /** For testing the door: this profile's certificate without any token. */
  public Session withoutToken() {
    return new Session(profile, connection, Optional.empty());
  }

  /** For testing the door: this profile's certificate with another profile's token. */
  public Session withTokenOf(PartnerProfile other) {
    TokenSource tokens = new TokenSource(other, connection(other), Clock.systemUTC());
    return new Session(profile, connection, Optional.of(tokens));
  }

  PartnerProfile profile() {
    return profile;
  }

  HttpResponse<byte[]> get(String address, String accept) {
    return send(Connection.to(address).header("Accept", accept).GET());
  }

  HttpResponse<byte[]> send(HttpRequest.Builder request) {
    tokens.ifPresent(source -> request.header("Authorization", "Bearer " + source.token()));
    profile.purpose().ifPresent(purpose -> request.header("Access-Purpose", purpose));
    return connection.send(request.build());
  }

  private static Connection connection(PartnerProfile profile) {
    return new Connection(profile.tls(), Certificates.in(profile.serverTrust()));
  }
}
