package org.entente.kit.client;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.entente.kit.json.JsonRejected;
import org.entente.kit.json.StrictJson;
import org.entente.kit.profile.KeyFile;

/** HTTPS with a client certificate, TLS 1.3, kept alive. Thread-safe. */
final class Connection {

  private static final Duration CONNECT = Duration.ofSeconds(10);
  private static final Duration ANSWER = Duration.ofSeconds(60);
  private static final int FIRST_ERROR = 400;
  private static final String UUID_URN = "urn:uuid:";
  private static final Pattern UUID_FORM =
      Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  private final HttpClient http;

  Connection(KeyFile own, List<X509Certificate> serverTrust) {
    this(HttpClient.newBuilder().sslContext(context(own, serverTrust)));
  }

  /** With the trust and the credentials that this builder brings. */
  Connection(HttpClient.Builder http) {
    this.http = http.version(HttpClient.Version.HTTP_1_1).connectTimeout(CONNECT).build();
  }

  /** A request to this address that waits up to a minute. */
  static HttpRequest.Builder to(String address) {
    return HttpRequest.newBuilder(URI.create(address)).timeout(ANSWER);
  }

  /** The answer, if it is no error; else {@link ExchangeRefused} or {@link Unreachable}. */
  HttpResponse<byte[]> send(HttpRequest request) {
    try {
      HttpResponse<byte[]> answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
      if (answer.statusCode() >= FIRST_ERROR) {
        throw refusal(answer, answer.body());
      }
      return answer;
    } catch (IOException e) {
      String host = request.uri().getAuthority();
      throw new Unreachable(host + " cannot be reached or broke the connection.", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Unreachable("Interrupted while waiting for " + request.uri().getHost() + ".", e);
    }
  }

  /** Writes the answer into this file; what is there after a failure is not whole. */
  void download(HttpRequest request, Path file) {
    try {
      HttpResponse<Object> answer =
          http.send(
              request,
              info ->
                  info.statusCode() < FIRST_ERROR
                      ? widened(HttpResponse.BodySubscribers.ofFile(file))
                      : widened(HttpResponse.BodySubscribers.ofByteArray()));
      if (answer.body() instanceof byte[] error) {
        throw refusal(answer, error);
      }
    } catch (IOException e) {
      throw new Unreachable(request.uri().getAuthority() + " broke the connection.", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Unreachable("Interrupted while waiting for " + request.uri().getHost() + ".", e);
    }
  }

  private static <T> HttpResponse.BodySubscriber<Object> widened(
      HttpResponse.BodySubscriber<T> body) {
    return HttpResponse.BodySubscribers.mapping(body, bytes -> bytes);
  }

  private static ExchangeRefused refusal(HttpResponse<?> answer, byte[] body) {
    int status = answer.statusCode();
    Map<String, Object> error = members(body);
    String code = first(error, "error_code", "code", "error", "HTTP_" + status);
    String detail = first(error, "description", "detail", "error_description", "No reason given.");
    return new ExchangeRefused(status, code, detail, retryAfter(answer), errorId(error));
  }

  /** TAXII's {@code error_id}, or the UUID that a problem names as its {@code instance}. */
  private static Optional<String> errorId(Map<String, Object> error) {
    String named = first(error, "error_id", "instance", "");
    String id = named.startsWith(UUID_URN) ? named.substring(UUID_URN.length()) : named;
    return Optional.of(id).filter(text -> UUID_FORM.matcher(text).matches());
  }

  /** Seconds only: nobody in the exchange sends a date. */
  private static Duration retryAfter(HttpResponse<?> answer) {
    return answer
        .headers()
        .firstValue("Retry-After")
        .filter(value -> value.matches("[0-9]{1,6}"))
        .map(value -> Duration.ofSeconds(Long.parseLong(value)))
        .orElse(Duration.ZERO);
  }

  /** The members of an answer; none when it is no JSON object. */
  static Map<String, Object> members(byte[] body) {
    try {
      return StrictJson.object(body);
    } catch (JsonRejected e) {
      return Map.of(); // A page of something in between explains nothing.
    }
  }

  private static String first(Map<String, Object> error, String... names) {
    for (int i = 0; i < names.length - 1; i++) {
      if (error.get(names[i]) instanceof String text) {
        return text;
      }
    }
    return names[names.length - 1];
  }

  private static SSLContext context(KeyFile own, List<X509Certificate> serverTrust) {
    try {
      KeyStore keys = empty();
      keys.setKeyEntry("own", own.key(), new char[0], own.chain().toArray(X509Certificate[]::new));
      KeyStore anchors = empty();
      for (X509Certificate anchor : serverTrust) {
        anchors.setCertificateEntry("anchor" + anchors.size(), anchor);
      }
      var keyManagers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      keyManagers.init(keys, new char[0]);
      var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(anchors);
      SSLContext context = SSLContext.getInstance("TLSv1.3");
      context.init(keyManagers.getKeyManagers(), trust.getTrustManagers(), null);
      return context;
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("The platform cannot set up TLS with these keys.", e);
    }
  }

  private static KeyStore empty() throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    return store;
  }
}
