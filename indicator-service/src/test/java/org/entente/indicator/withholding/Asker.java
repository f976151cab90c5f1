package org.entente.indicator.withholding;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.entente.indicator.exchange.Gateway;
import org.entente.indicator.exchange.Tls;

/// Asks many questions over one connection.
final class Asker implements AutoCloseable {
  private final HttpClient client;
  private final Gateway gateway;

  Asker(Gateway gateway) {
    this.gateway = gateway;
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .sslContext(Tls.context(gateway.certificate(), gateway.pki().exchangeAuthority()))
            .build();
  }

  /// For everything but questions.
  Gateway gateway() {
    return gateway;
  }

  /// The answer to one question of one reader.
  HttpResponse<String> get(String reader, String question) {
    String escaped = question.replace("[", "%5B").replace("]", "%5D");
    URI uri = URI.create("https://localhost:" + gateway.service().getPort() + escaped);
    String caller = Gateway.callerHeader(reader, "\"taxii.read\"");
    HttpRequest request = HttpRequest.newBuilder(uri).header("Entente-Caller", caller).build();
    try {
      return client.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    client.close();
  }
}
