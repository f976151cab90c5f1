package org.entente.audit.outward;

import io.quarkus.tls.TlsConfiguration;
import io.quarkus.tls.TlsConfigurationRegistry;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;

/**
 * Asks a server of somebody else by HTTP/1.1, over connections that are kept. It waits for a whole
 * answer only so long, and reads only so much of it. Thread-safe.
 */
public final class OutwardClient {

  private final HttpClient http;
  private final Duration patience;

  /**
   * @param patience how long an answer may take, to the last byte of its body
   * @param trust who may vouch for those behind TLS; else whom this machine believes
   */
  public OutwardClient(Duration patience, Optional<SSLContext> trust) {
    this.patience = patience;
    var client =
        HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(patience);
    trust.ifPresent(client::sslContext);
    http = client.build();
  }

  /**
   * Believes the authorities of a TLS configuration, if there is one of this name.
   *
   * @param patience how long an answer may take, to the last byte of its body
   */
  public static OutwardClient of(Duration patience, TlsConfigurationRegistry tls, String name) {
    return new OutwardClient(patience, tls.get(name).map(found -> context(found, name)));
  }

  private static SSLContext context(TlsConfiguration configured, String name) {
    try {
      return configured.createSSLContext();
    } catch (Exception e) { // What it declares; the application does not start.
      throw new IllegalStateException("the TLS configuration " + name + " cannot be used", e);
    }
  }

  /**
   * What is answered, whatever its status.
   *
   * @param most bytes that its body may have
   * @throws IOException when the answer is not there in time, or is longer
   */
  public HttpResponse<byte[]> ask(HttpRequest request, int most)
      throws IOException, InterruptedException {
    return await(http.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), most)));
  }

  /** A request's own timeout ends with the head; a server could drip its body for ever. */
  private HttpResponse<byte[]> await(CompletableFuture<HttpResponse<byte[]>> answer)
      throws IOException, InterruptedException {
    try {
      return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw late(e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof HttpTimeoutException
          ? late(e)
          : new IOException(String.valueOf(e.getCause()), e);
    } finally {
      answer.cancel(true);
    }
  }

  /** Whether it did not even connect is chance where packets vanish, and told alike. */
  private IOException late(Exception e) {
    return new IOException("no answer within " + patience, e);
  }
}
