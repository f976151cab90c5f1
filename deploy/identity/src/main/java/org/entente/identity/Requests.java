package org.entente.identity;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpsExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.entente.pki.Credential;
import org.jspecify.annotations.Nullable;

/** What a {@link TestIssuer} answers. */
final class Requests implements HttpHandler {

  private record Answer(int status, String json) {
    static final Answer NOT_FOUND = new Answer(404, "{\"error\":\"not found\"}");
    static final Answer INVALID_CLIENT = new Answer(401, "{\"error\":\"invalid_client\"}");
    static final Answer OUT_OF_ORDER = new Answer(503, "{\"error\":\"unavailable\"}");
  }

  private static final int PATH_PARTS = 4;

  /** uniformResourceIdentifier in RFC 5280 section 4.2.1.6. */
  private static final int URI_NAME = 6;

  private final Map<String, TestRealm> realms;
  private final AtomicInteger keyFetches = new AtomicInteger();
  private volatile boolean outOfOrder;

  Requests(Map<String, TestRealm> realms) {
    this.realms = realms;
  }

  void outOfOrder(boolean yes) {
    outOfOrder = yes;
  }

  int keyFetches() {
    return keyFetches.get();
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      var answer = outOfOrder ? Answer.OUT_OF_ORDER : answer(exchange);
      var body = answer.json().getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().add("Content-Type", "application/json");
      exchange.sendResponseHeaders(answer.status(), body.length);
      exchange.getResponseBody().write(body);
    }
  }

  /** Paths are {@code /realms/<realm>/<rest>}. */
  private Answer answer(HttpExchange exchange) throws IOException {
    var parts = exchange.getRequestURI().getPath().split("/", PATH_PARTS);
    var realm = parts.length == PATH_PARTS ? realms.get(parts[2]) : null;
    if (realm == null) {
      return Answer.NOT_FOUND;
    }
    return switch (parts[3]) {
      case ".well-known/openid-configuration" -> new Answer(200, realm.discovery());
      case "protocol/openid-connect/certs" -> {
        keyFetches.incrementAndGet();
        yield new Answer(200, realm.jwks());
      }
      case "protocol/openid-connect/token" -> token(exchange, parts[2], realm);
      default -> Answer.NOT_FOUND;
    };
  }

  private static Answer token(HttpExchange exchange, String party, TestRealm realm)
      throws IOException {
    var clientId = form(exchange).getOrDefault("client_id", "");
    var certificate = clientCertificate((HttpsExchange) exchange);
    if (certificate == null
        || !names(certificate, "urn:entente:client:" + party + ":" + clientId)) {
      return Answer.INVALID_CLIENT;
    }
    var thumbprint = Credential.thumbprint(certificate);
    var token =
        clientId.endsWith("-auditor")
            ? realm.auditorToken(clientId, thumbprint)
            : realm.token(clientId, thumbprint);
    var granted =
        Map.of("access_token", realm.sign(token), "token_type", "Bearer", "expires_in", 300);
    return new Answer(200, TestRealm.json(granted));
  }

  private static @Nullable X509Certificate clientCertificate(HttpsExchange exchange) {
    try {
      return (X509Certificate) exchange.getSSLSession().getPeerCertificates()[0];
    } catch (SSLPeerUnverifiedException e) {
      return null; // no certificate was shown
    }
  }

  private static boolean names(X509Certificate certificate, String urn) {
    try {
      var names = certificate.getSubjectAlternativeNames();
      return names != null && names.contains(List.of(URI_NAME, urn));
    } catch (CertificateParsingException e) {
      return false;
    }
  }

  private static Map<String, String> form(HttpExchange exchange) throws IOException {
    var text = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    return Arrays.stream(text.split("&"))
        .map(pair -> pair.split("=", 2))
        .filter(pair -> pair.length == 2)
        .collect(
            Collectors.toMap(
                pair -> pair[0],
                pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8),
                (first, _) -> first));
  }
}
