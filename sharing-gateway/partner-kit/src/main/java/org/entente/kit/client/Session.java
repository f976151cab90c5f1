package org.entente.kit.client;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.entente.kit.file.Disk;
import org.entente.kit.manifest.Sha256;
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
  private final Counting counting;

  private Session(
      PartnerProfile profile,
      Connection connection,
      Optional<TokenSource> tokens,
      Optional<String> purpose,
      Counting counting) {
    this.profile = profile;
    this.connection = connection;
    this.tokens = tokens;
    this.purpose = purpose;
    this.counting = counting;
  }

  /** The session of this profile. Nothing is sent yet. */
  public static Session of(PartnerProfile profile) {
    return of(profile, Disk.real(), Clock.systemUTC());
  }

  /** The same with the disk a journal is written with, and the clock statements are dated by. */
  public static Session of(PartnerProfile profile, Disk disk, Clock clock) {
    Connection connection = connection(profile);
    TokenSource tokens = new TokenSource(profile, connection, Clock.systemUTC());
    Counting counting = Counting.of(profile, disk, clock);
    return new Session(profile, connection, Optional.of(tokens), profile.purpose(), counting);
  }

  /**
   * The same access for a purpose of its own.
   *
   * @param stated 1 to 120 characters of ASCII
   */
  public Session statingPurpose(String stated) {
    return new Session(profile, connection, tokens, Optional.of(stated), counting);
  }

  /** For testing the door: this profile's certificate without any token. */
  public Session withoutToken() {
    return new Session(profile, connection, Optional.empty(), purpose, counting);
  }

  /** For testing the door: this profile's certificate with another profile's token. */
  public Session withTokenOf(PartnerProfile other) {
    TokenSource tokens = new TokenSource(other, connection(other), Clock.systemUTC());
    return new Session(profile, connection, Optional.of(tokens), purpose, counting);
  }

  PartnerProfile profile() {
    return profile;
  }

  /** Asks the exchange; counted. */
  HttpResponse<byte[]> get(String address, String accept) {
    HttpRequest.Builder request = presented(Connection.to(address).header("Accept", accept).GET());
    return counting.send(request, Optional.empty(), connection::send);
  }

  /** Gives the exchange a body; counted. */
  HttpResponse<byte[]> post(HttpRequest.Builder request, byte[] body) {
    presented(request).POST(HttpRequest.BodyPublishers.ofByteArray(body));
    return counting.send(request, Optional.of(Sha256.of(body)), connection::send);
  }

  /** Reads the log itself, which records its readers but does not have them count. */
  HttpResponse<byte[]> getFromLog(String path, String accept) {
    String address = profile.audit() + path;
    return connection.send(
        presented(Connection.to(address).header("Accept", accept).GET()).build());
  }

  /** Has the log write a long answer into a file. */
  void postToLog(String path, Path file) {
    HttpRequest.Builder request =
        Connection.to(profile.audit() + path).POST(HttpRequest.BodyPublishers.noBody());
    connection.download(presented(request).build(), file);
  }

  /** Hands the log a JSON document. */
  HttpResponse<byte[]> postToLog(String path, byte[] json) {
    HttpRequest.Builder request =
        Connection.to(profile.audit() + path)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofByteArray(json));
    return connection.send(presented(request).build());
  }

  /** The token is fetched before a number is taken: without one, nothing is sent. */
  private HttpRequest.Builder presented(HttpRequest.Builder request) {
    tokens.ifPresent(source -> request.header("Authorization", "Bearer " + source.token()));
    purpose.ifPresent(stated -> request.header("Access-Purpose", stated));
    return request;
  }

  private static Connection connection(PartnerProfile profile) {
    return new Connection(profile.tls(), Certificates.in(profile.serverTrust()));
  }
}
