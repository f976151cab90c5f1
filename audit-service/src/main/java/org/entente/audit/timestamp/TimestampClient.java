package org.entente.audit.timestamp;

import io.quarkus.tls.TlsConfigurationRegistry;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.http.HttpRequest;
import org.entente.audit.outward.OutwardClient;
import org.entente.timestamp.TimeStampReply;
import org.entente.timestamp.TimeStampRequest;

/** Speaks the time-stamp protocol over HTTP (RFC 3161 section 3.4). Thread-safe. */
@Singleton
class TimestampClient {

  private static final int OK = 200;

  private final OutwardClient http;

  /** Believes the authorities of the TLS configuration `timestamp`, if there is one. */
  TimestampClient(TimestampConfig config, TlsConfigurationRegistry tls) {
    http = OutwardClient.of(config.patience(), tls, "timestamp");
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
    var answer = http.ask(request, TimeStampReply.MAX_BYTES);
    if (answer.statusCode() != OK) {
      throw new IOException("status " + answer.statusCode());
    }
    return answer.body();
  }
}
