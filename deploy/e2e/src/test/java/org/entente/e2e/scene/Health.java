package org.entente.e2e.scene;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import org.entente.local.exchange.Service;

/**
 * What a service's readiness says.
 *
 * @param ready whether it may be given work
 * @param said its checks; or why nothing was said
 */
public record Health(boolean ready, String said) {

  private static final int PATIENCE_MS = 2_000;

  /** Asks it now. */
  public static Health of(Service service) {
    try {
      var url = URI.create(service.managementUrl() + "/health/ready").toURL();
      var http = (HttpURLConnection) url.openConnection();
      http.setConnectTimeout(PATIENCE_MS);
      http.setReadTimeout(PATIENCE_MS);
      var ready = http.getResponseCode() == HttpURLConnection.HTTP_OK;
      try (var body = ready ? http.getInputStream() : http.getErrorStream()) {
        return new Health(ready, new String(body.readAllBytes(), UTF_8));
      }
    } catch (IOException e) {
      return new Health(false, "not listening: " + e.getMessage());
    }
  }
}
