package org.entente.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.entente.kit.manifest.Sha256;
import org.entente.local.exchange.Exchange;
import org.entente.pki.CredentialFiles;
import org.entente.pki.Pki;

/** Appends to the log as the indicator-service would, with its certificate. Thread-safe. */
final class AuditAppends {

  private static final Duration ANSWER = Duration.ofSeconds(30);

  private final HttpClient http;
  private final URI single;
  private final URI batch;

  AuditAppends(Exchange exchange) {
    String base = "https://localhost:" + exchange.settings().ports().auditService().main();
    this.single = URI.create(base + "/v1/entries");
    this.batch = URI.create(base + "/v1/entries/batch");
    this.http = client(exchange.pki());
  }

  void appendOne() {
    send(single, "application/json", record());
  }

  void appendBatch(List<String> records) {
    send(batch, "application/x-ndjson", String.join("\n", records));
  }

  /** Of the EU's feed, about an object of its own. */
  static String record() {
    return record("eu-feed", List.of("indicator--" + UUID.randomUUID()));
  }

  /** What an indicator-service would record of a read. */
  static String record(String actor, List<String> objects) {
    UUID id = UUID.randomUUID();
    String client = disclosure(id, "uid", actor);
    String address = disclosure(id, "ip", "127.0.0.1");
    String named =
        objects.stream()
            .map("{\"uid\":\"%s\",\"type\":\"indicator\"}"::formatted)
            .collect(Collectors.joining(","));
    return """
    {"metadata":{"version":"1.8.0","uid":"%s","product":{"name":"indicator-service",\
    "vendor_name":"Entente"},"profiles":["security_control"],"correlation_uid":"%s"},\
    "category_uid":6,"class_uid":6003,"activity_id":2,"type_uid":600302,"severity_id":1,\
    "time":%d,"status_id":1,"status_code":"200","action_id":1,"disposition_id":1,\
    "actor":{"user":{"_sd":["%s"],"org":{"uid":"eu"}}},"src_endpoint":{"_sd":["%s"]},\
    "api":{"operation":"taxii.getObject","request":{"uid":"%s"},"response":{"code":200}},\
    "resources":[%s],\
    "exchange":{"purpose":"measuring","recipient_party":"eu"}}\
    """
            .formatted(
                id, id, System.currentTimeMillis(), digest(client), digest(address), id, named)
        + "~%s~%s~".formatted(client, address);
  }

  /** As many personal fields as a request has without a token. */
  private static String disclosure(UUID salt, String name, String value) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString("[\"%s\",\"%s\",\"%s\"]".formatted(salt, name, value).getBytes(UTF_8));
  }

  private static String digest(String disclosure) {
    return Sha256.of(disclosure.getBytes(UTF_8)).base64Url();
  }

  private void send(URI address, String type, String body) {
    var request =
        HttpRequest.newBuilder(address)
            .timeout(ANSWER)
            .header("Content-Type", type)
            .POST(HttpRequest.BodyPublishers.ofByteArray(body.getBytes(UTF_8)))
            .build();
    try {
      var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() >= 300 || answer.body().contains("\"code\"")) {
        throw new IllegalStateException(answer.statusCode() + " " + answer.body());
      }
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException("the audit-service does not answer", e);
    }
  }

  private static HttpClient client(Pki pki) {
    try {
      var own = pki.service(Pki.INDICATOR_SERVICE).credential();
      var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      keys.init(own.keyStore(CredentialFiles.PASSWORD), CredentialFiles.PASSWORD.toCharArray());
      var anchors = KeyStore.getInstance("PKCS12");
      anchors.load(null, null);
      try (InputStream pem = Files.newInputStream(pki.exchangeAnchor())) {
        anchors.setCertificateEntry(
            "exchange", CertificateFactory.getInstance("X.509").generateCertificate(pem));
      }
      var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(anchors);
      var tls = SSLContext.getInstance("TLSv1.3");
      tls.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
      return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).sslContext(tls).build();
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("no connection can be set up", e);
    }
  }
}
