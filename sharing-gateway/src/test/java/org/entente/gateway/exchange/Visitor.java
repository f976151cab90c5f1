package org.entente.gateway.exchange;

import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RedirectConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.config.SSLConfig;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import org.apache.http.conn.ssl.SSLSocketFactory;
import org.entente.pki.CredentialFiles;

/** A client of the gateway with a certificate of its own. */
@SuppressWarnings("deprecation") // REST Assured is configured through this class of HttpClient 4.
public final class Visitor {

  /** Requests over a connection that presents this credential. */
  public static RequestSpecification with(CredentialFiles own, Surroundings around) {
    return RestAssured.given()
        .config(
            RestAssuredConfig.config()
                .redirect(RedirectConfig.redirectConfig().followRedirects(false))
                .encoderConfig(
                    EncoderConfig.encoderConfig()
                        .appendDefaultContentCharsetToContentTypeIfUndefined(false))
                .sslConfig(presenting(own, around.pki().exchangeAnchor())))
        .baseUri("https://localhost")
        .port(around.port())
        .urlEncodingEnabled(false);
  }

  /**
   * Sends these bytes as they are over a connection that presents this credential.
   *
   * @return the answer up to the end of the connection, so ask for {@code Connection: close}
   */
  public static String raw(CredentialFiles own, Surroundings around, String request) {
    try (var socket = begin(own, around, request)) {
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The same over a connection that begins with these bytes, before TLS does. */
  public static String raw(
      CredentialFiles own, Surroundings around, byte[] before, String request) {
    try (var plain = new Socket("localhost", around.port())) {
      plain.setSoTimeout(10_000);
      plain.getOutputStream().write(before);
      var factory = Tls.of(own, around.pki().exchangeAnchor()).getSocketFactory();
      try (var socket = factory.createSocket(plain, "localhost", around.port(), true)) {
        socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      }
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Sends the beginning of a request over a connection that the test goes on with. */
  public static Socket begin(CredentialFiles own, Surroundings around, String request) {
    try {
      var socket =
          Tls.of(own, around.pki().exchangeAnchor())
              .getSocketFactory()
              .createSocket("localhost", around.port());
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      return socket;
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static SSLConfig presenting(CredentialFiles own, Path anchors) {
    try {
      var keys = own.credential().keyStore(CredentialFiles.PASSWORD);
      var trust = Tls.trustStore(anchors);
      var factory = new SSLSocketFactory(keys, CredentialFiles.PASSWORD, trust);
      return SSLConfig.sslConfig().sslSocketFactory(factory);
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private Visitor() {}
}
