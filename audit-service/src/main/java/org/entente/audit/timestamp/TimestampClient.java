package org.entente.audit.timestamp;

import io.quarkus.tls.TlsConfiguration;
import io.quarkus.tls.TlsConfigurationRegistry;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import org.entente.timestamp.TimeStampReply;
import org.entente.timestamp.TimeStampRequest;

/** Speaks the time-stamp protocol over HTTP (RFC 3161 section 3.4). Thread-safe. */
@Singleton
class TimestampClient {

  private static final int OK = 200;

  private final HttpClient http;
  private final TimestampConfig config;

  /** Believes the authorities of the TLS configuration `timestamp`, if there is one. */
  TimestampClient(TimestampConfig config, TlsConfigurationRegistry tls) {
    this.config = config;
    var client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(config.patience());
    tls.get("timestamp").ifPresent(bucket -> client.sslContext(context(bucket)));
    http = client.build();
  }

  private static SSLContext context(TlsConfiguration bucket) {
    try {
      return bucket.createSSLContext();
    } catch (Exception e) { // What it declares; the application does not start.
      throw new IllegalStateException("the TLS configuration timestamp cannot be used", e);
    }
  }

  /**
   * What an authority says to a query; nothing of it is verified.
   *
   * @throws IOException when it does not answer in time, with too much, or not with 200
   */
  byte[] ask(Authority authority, TimeStampRequest query) throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(authority.url())
            .header("Content-Type", TimeStampRequest.MEDIA_TYPE)
            .header("Accept", TimeStampReply.MEDIA_TYPE)
            .POST(HttpRequest.BodyPublishers.ofByteArray(query.toByteArray()))
            .build();
    var limited = BodyHandlers.limiting(BodyHandlers.ofByteArray(), TimeStampReply.MAX_BYTES);
    var answer = await(http.sendAsync(request, limited));
    if (answer.statusCode() != OK) {
      throw new IOException("status " + answer.statusCode());
    }
    return answer.body();
  }

  /** A request's own timeout ends with the headers; an authority could drip its body for ever. */
  private HttpResponse<byte[]> await(CompletableFuture<HttpResponse<byte[]>> answer)
      throws IOException, InterruptedException {
    try {
      return answer.get(config.patience().toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new IOException("no answer within " + config.patience(), e);
    } catch (ExecutionException e) {
      throw new IOException(String.valueOf(e.getCause()), e);
    } finally {
      answer.cancel(true);
    }
  }
}
