package org.entente.audit;

import static io.restassured.RestAssured.given;

import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.config.SSLConfig;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import org.entente.pki.CredentialFiles;

/** Requests over mTLS with one certificate. */
record Caller(Exchange exchange, URI service, CredentialFiles certificate) {

  /** A request without a token. */
  RequestSpecification request() {
    var tls =
        SSLConfig.sslConfig()
            .keyStore(certificate.pkcs12().toFile(), CredentialFiles.PASSWORD)
            .keystoreType("PKCS12")
            .trustStore(trust());
    var bodies =
        EncoderConfig.encoderConfig()
            .encodeContentTypeAs("application/x-ndjson", ContentType.TEXT)
            .appendDefaultContentCharsetToContentTypeIfUndefined(false);
    return given()
        .config(RestAssuredConfig.config().sslConfig(tls).encoderConfig(bodies))
        .urlEncodingEnabled(false)
        .baseUri("https://localhost")
        .port(service.getPort());
  }

  /** A request with this bearer token. */
  RequestSpecification bearing(String token) {
    return request().header("Authorization", "Bearer " + token);
  }

  private KeyStore trust() {
    try (var in = Files.newInputStream(exchange.pki().exchangeAnchor())) {
      var store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      store.setCertificateEntry(
          "exchange", CertificateFactory.getInstance("X.509").generateCertificate(in));
      return store;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
