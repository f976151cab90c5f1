package org.entente.audit.replica;

import io.quarkus.tls.CertificateUpdatedEvent;
import io.quarkus.tls.TlsConfiguration;
import io.quarkus.tls.TlsConfigurationRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SSLOptions;
import io.vertx.core.net.TrustOptions;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.entente.audit.access.Fellows;
import org.entente.audit.sequencer.AppendResult;
import org.entente.audit.sequencer.Fellow;
import org.entente.audit.sequencer.NewEntry;
import org.entente.audit.sequencer.NotLeading;

/**
 * Calls the replica that leads: TLS 1.3 with this service's own certificate, on connections that
 * are kept. Thread-safe.
 */
@Singleton
final class FellowClient implements Fellow {

  private static final String INSIDE = "inside";
  private static final int CONNECTIONS = 32;
  private static final int WAITING = 4096;
  private static final Duration CONNECT = Duration.ofMillis(500);
  private static final int IDLE_SECONDS = 30;

  private final HttpClient http;
  private final TrustOptions trust;

  FellowClient(Vertx vertx, TlsConfigurationRegistry tls, Fellows fellows) {
    this.trust = TrustOptions.wrap(new FellowTrust(fellows));
    var inside = tls.get(INSIDE).orElseThrow();
    var options =
        new HttpClientOptions()
            .setSsl(true)
            .setEnabledSecureTransportProtocols(Set.of("TLSv1.3"))
            .setKeyCertOptions(inside.getKeyStoreOptions())
            .setTrustOptions(trust)
            .setVerifyHost(false) // it is the service's name that counts: see FellowTrust
            .setConnectTimeout((int) CONNECT.toMillis())
            .setKeepAliveTimeout(IDLE_SECONDS)
            .setMaxWaitQueueSize(WAITING);
    this.http = vertx.createHttpClient(options, new PoolOptions().setHttp1MaxSize(CONNECTIONS));
  }

  /** A renewed certificate is shown from the next connection on. */
  void renew(@Observes CertificateUpdatedEvent event) {
    if (event.name().equals(INSIDE)) {
      http.updateSSLOptions(options(event.tlsConfiguration()));
    }
  }

  private SSLOptions options(TlsConfiguration inside) {
    return new SSLOptions()
        .setEnabledSecureTransportProtocols(Set.of("TLSv1.3"))
        .setKeyCertOptions(inside.getKeyStoreOptions())
        .setTrustOptions(trust);
  }

  @Override
  public List<AppendResult> append(String leader, List<NewEntry> entries, Duration within) {
    var answer = ask(leader, Frames.ofEntries(entries), within);
    try {
      var results = answer.results();
      if (results.size() != entries.size()) {
        throw new IOException(results.size() + " results for " + entries.size() + " entries");
      }
      return results;
    } catch (IOException e) {
      throw new NotLeading("the leader's answer cannot be read: " + e.getMessage());
    }
  }

  private FellowAnswer ask(String leader, byte[] body, Duration within) {
    var answer =
        http.request(request(leader, within))
            .compose(request -> request.send(Buffer.buffer(body)))
            .compose(
                response -> response.body().map(b -> new FellowAnswer(response.statusCode(), b)))
            .toCompletionStage()
            .toCompletableFuture();
    try {
      return answer.get(within.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException _) {
      throw new NotLeading("the leader did not answer in time");
    } catch (ExecutionException e) {
      throw new NotLeading("the leader cannot be reached: " + e.getCause());
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new NotLeading("interrupted while waiting for the leader");
    }
  }

  /** An answer that does not come in time takes its connection with it. */
  private static RequestOptions request(String leader, Duration within) {
    var address = URI.create("https://" + leader);
    return new RequestOptions()
        .setMethod(HttpMethod.POST)
        .setHost(address.getHost())
        .setPort(address.getPort())
        .setURI(FellowEntriesResource.PATH)
        .setTimeout(Math.max(1, within.toMillis()))
        .putHeader("Content-Type", Frames.MEDIA_TYPE)
        .putHeader("Accept", Frames.MEDIA_TYPE + ", application/problem+json");
  }

  @PreDestroy
  void close() {
    http.close();
  }
}
