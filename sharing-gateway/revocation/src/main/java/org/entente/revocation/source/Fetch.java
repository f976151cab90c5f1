package org.entente.revocation.source;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.entente.revocation.RevocationList;

/**
 * Gets the bytes a source has: no more than a list may have, in no more than a few seconds, and
 * without following anybody elsewhere. Thread-safe.
 */
public final class Fetch implements AutoCloseable {

  private static final int OK = 200;

  private final Duration timeout;
  private final HttpClient http;

  /** A source that is slower than this has nothing. */
  public Fetch(Duration timeout) {
    this.timeout = timeout;
    this.http =
        HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(timeout)
            .build();
  }

  /** What is there now; IOException when there is nothing to be had. */
  byte[] from(Source.Place place) throws IOException {
    return switch (place) {
      case Source.Place.At at -> from(at.url());
      case Source.Place.In in -> from(in.file());
    };
  }

  private byte[] from(URI url) throws IOException {
    var request = HttpRequest.newBuilder(url).timeout(timeout).GET().build();
    var body =
        HttpResponse.BodyHandlers.limiting(
            HttpResponse.BodyHandlers.ofByteArray(), RevocationList.MOST_BYTES);
    // The request's own timeout ends with the answer's head; this one includes its body.
    CompletableFuture<HttpResponse<byte[]>> asked = http.sendAsync(request, body);
    try {
      var answer = asked.orTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS).join();
      if (answer.statusCode() != OK) {
        throw new IOException("it answered " + answer.statusCode());
      }
      return answer.body();
    } catch (CompletionException e) {
      asked.cancel(true);
      throw new IOException(String.valueOf(e.getCause()), e);
    }
  }

  static byte[] from(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(RevocationList.MOST_BYTES + 1);
      if (bytes.length > RevocationList.MOST_BYTES) {
        throw new IOException("longer than " + RevocationList.MOST_BYTES + " bytes");
      }
      return bytes;
    }
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
