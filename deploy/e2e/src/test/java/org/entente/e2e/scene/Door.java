package org.entente.e2e.scene;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.entente.kit.json.StrictJson;
import org.entente.local.exchange.Exchange;
import org.entente.local.exchange.Service;
import org.entente.pki.CredentialFiles;
import org.entente.pki.Pki;

/**
 * Plain HTTPS to the exchange with any certificate and any token, whether they belong together or
 * not. Thread-safe.
 *
 * @param http connections with one certificate
 * @param url of the gateway, without a final slash
 */
public record Door(HttpClient http, Exchange exchange, String url, Optional<String> token) {

  private static final String TAXII = "application/taxii+json;version=2.1";
  private static final Duration PATIENCE = Duration.ofSeconds(40);
  private static final String PASSWORD = "in memory only";

  /** A door opened with this certificate, and no token yet. */
  public static Door with(CredentialFiles certificate, Exchange exchange) {
    var http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .sslContext(context(certificate, exchange))
            .build();
    return new Door(http, exchange, exchange.gateway().url(), Optional.empty());
  }

  /** The same certificate and token at another gateway. */
  public Door at(String other) {
    return new Door(http, exchange, other, token);
  }

  /** The same connections with this token. */
  public Door bearing(String other) {
    return new Door(http, exchange, url, Optional.of(other));
  }

  /** The same connections without a token. */
  public Door withoutToken() {
    return new Door(http, exchange, url, Optional.empty());
  }

  /** What a party's identity provider says to this client over this certificate. */
  public Answer askForToken(String party, String client) {
    var form = "grant_type=client_credentials&client_id=" + client;
    return send(
        HttpRequest.newBuilder(
                URI.create(exchange.keycloak().issuer(party) + "/protocol/openid-connect/token"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form)));
  }

  /** A token of this client, bound to this certificate. */
  public String token(String party, String client) {
    var answer = askForToken(party, client);
    if (StrictJson.object(answer.body().getBytes(UTF_8)).get("access_token") instanceof String t) {
      return t;
    }
    throw new IllegalStateException("no token: " + answer.body());
  }

  /** GET; a path without a slash in front is one below the API root. */
  public Answer get(String path) {
    return send(to(path).GET());
  }

  /** The same with one more header. */
  public Answer get(String path, String header, String value) {
    return send(to(path).header(header, value).GET());
  }

  /** GET of the discovery page, the simplest there is. */
  public Answer discovery() {
    return get("/taxii2/");
  }

  /** Adds objects. */
  public Answer post(Signed submission) {
    return send(
        to("collections/" + submission.collection() + "/objects/")
            .header("Content-Type", TAXII)
            .header("Submission-Manifest", submission.manifest())
            .POST(HttpRequest.BodyPublishers.ofString(submission.body())));
  }

  /** Asks the audit-service to erase what a client did. */
  public Answer erase(String party, String actor) {
    var asked =
        "{\"party\":\"%s\",\"actor\":\"%s\",\"reason\":\"a request\"}".formatted(party, actor);
    return send(
        to("/v1/erasures")
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(asked)));
  }

  private HttpRequest.Builder to(String path) {
    var full = path.startsWith("/") ? path : "/taxii2/exchange/" + path;
    var accept = full.startsWith("/taxii2/") ? TAXII : "*/*";
    var request = HttpRequest.newBuilder(URI.create(url + full)).header("Accept", accept);
    token.ifPresent(value -> request.header("Authorization", "Bearer " + value));
    return request;
  }

  private Answer send(HttpRequest.Builder request) {
    try {
      var answer = http.send(request.timeout(PATIENCE).build(), BodyHandlers.ofString());
      return new Answer(answer.statusCode(), answer.body(), answer.headers());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for an answer", e);
    }
  }

  /** The certificate that this service shows now; empty when the connection ends. */
  public static Optional<Certificate> shownBy(Service service, Exchange exchange) {
    var context = context(exchange.pki().service(Pki.GATEWAY), exchange);
    var address = InetAddress.getLoopbackAddress();
    try (var socket =
        (SSLSocket) context.getSocketFactory().createSocket(address, service.port())) {
      socket.startHandshake();
      return Optional.of(socket.getSession().getPeerCertificates()[0]);
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  private static SSLContext context(CredentialFiles certificate, Exchange exchange) {
    try {
      var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      keys.init(certificate.credential().keyStore(PASSWORD), PASSWORD.toCharArray());
      var anchors = KeyStore.getInstance("PKCS12");
      anchors.load(null, null);
      anchors.setCertificateEntry("exchange", exchange.pki().exchangeAuthority());
      var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(anchors);
      var context = SSLContext.getInstance("TLSv1.3");
      context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
      return context;
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("every JDK has TLS 1.3", e);
    }
  }
}
