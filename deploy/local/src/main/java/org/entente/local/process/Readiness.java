package org.entente.local.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Waits until a process can do its work. Its management port answers before the port it works on
 * accepts connections, so both are asked.
 *
 * @param healthUrl answers 200 once the process calls itself ready; plain HTTP. Empty for one that
 *     is ready when it listens
 * @param port where it works, on 127.0.0.1
 * @param patience after this it is not going to be ready
 */
public record Readiness(Optional<URI> healthUrl, int port, Duration patience) {

  private static final Duration PAUSE = Duration.ofMillis(100);
  private static final Duration ONE_QUESTION = Duration.ofSeconds(2);

  /**
   * Returns when the process is ready.
   *
   * @throws CannotStart when it ends meanwhile or patience does; with the last lines of its log
   */
  public void await(ChildProcess process) {
    var deadline = Instant.now().plus(patience);
    try (var http = HttpClient.newBuilder().connectTimeout(ONE_QUESTION).build()) {
      while (!healthy(http) || !accepts()) {
        if (!process.isAlive()) {
          throw failed(process, "ended with exit code " + process.exitCode() + " while starting");
        }
        if (Instant.now().isAfter(deadline)) {
          throw failed(process, "is not ready after " + patience.toSeconds() + " seconds");
        }
        Thread.sleep(PAUSE);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CannotStart("Interrupted while waiting for " + process.name() + ".", e);
    }
  }

  private boolean healthy(HttpClient http) throws InterruptedException {
    if (healthUrl.isEmpty()) {
      return true;
    }
    try {
      var request = HttpRequest.newBuilder(healthUrl.get()).timeout(ONE_QUESTION).build();
      return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    }
  }

  private boolean accepts() {
    try (var socket = new Socket()) {
      var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
      socket.connect(address, (int) ONE_QUESTION.toMillis());
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static CannotStart failed(ChildProcess process, String what) {
    return new CannotStart(
        process.name() + " " + what + "; the end of " + process.log() + ":\n" + process.logTail());
  }
}
