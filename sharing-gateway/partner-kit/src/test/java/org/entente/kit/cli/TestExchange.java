package org.entente.kit.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsExchange;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManagerFactory;
import org.entente.pki.CredentialFiles;
import org.entente.pki.Pki;

/**
 * The exchange, its log and an identity provider behind one HTTPS port that demands a partner's
 * certificate. Answers what a test set, or what the log holds; takes only tokens it gave to the
 * very certificate that shows them.
 */
final class TestExchange implements AutoCloseable {

  static final String ROOT = "/taxii2/exchange/";
  private static final String TOKEN = "token-of-";

  /** A request as it came. */
  record Request(
      String client,
      String method,
      String uri,
      String purpose,
      String manifest,
      String sequence,
      String body) {}

  /**
   * An answer to give; {@code handle} becomes the Audit-Receipt header unless it is empty, the
   * headers are added. A status of 0 breaks the connection instead.
   */
  record Reply(int status, String handle, String body, Map<String, String> headers) {
    Reply(int status, String handle, String body) {
      this(status, handle, body, Map.of());
    }
  }

  /** What answers requests to a path. */
  interface Responder {
    Reply to(Request request);
  }

  private final HttpsServer server;
  private final Map<String, Responder> responders = new ConcurrentHashMap<>();
  private final Map<String, Reply> replies = new ConcurrentHashMap<>();
  private final Map<String, byte[]> files = new ConcurrentHashMap<>();
  private final List<Request> requests = new CopyOnWriteArrayList<>();
  private final TestLog log;
  private volatile boolean logBroken;

  TestExchange(Pki pki, TestLog log) throws IOException, GeneralSecurityException {
    this.log = log;
    server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    SSLContext context = context(pki);
    server.setHttpsConfigurator(
        new HttpsConfigurator(context) {
          @Override
          public void configure(HttpsParameters connection) {
            SSLParameters parameters = context.getDefaultSSLParameters();
            parameters.setProtocols(new String[] {"TLSv1.3"});
            parameters.setNeedClientAuth(true);
            connection.setSSLParameters(parameters);
          }
        });
    server.createContext("/token", this::token);
    server.createContext("/", authenticated(this::answer));
    TestLogResource.register(
        log, (path, handler) -> server.createContext(path, authenticated(breakable(handler))));
    server.start();
    respond(ROOT, r -> new Reply(200, "0;leaf", "{\"max_content_length\":10485760}"));
  }

  String url() {
    return "https://localhost:" + server.getAddress().getPort();
  }

  /** From now on this path and query get this answer. */
  TestExchange reply(String uri, Reply reply) {
    replies.put(uri, reply);
    return this;
  }

  /** From now on the log breaks every connection, or no longer does. */
  void breakLog(boolean broken) {
    logBroken = broken;
  }

  private HttpHandler breakable(HttpHandler handler) {
    return http -> {
      if (logBroken) {
        http.close();
      } else {
        handler.handle(http);
      }
    };
  }

  /** From now on this is answered to who asks for it, whatever the method. */
  void serveBytes(String uri, byte[] body) {
    files.put(uri, body);
  }

  /** From now on no fixed answer is given there. */
  void forget(String uri) {
    replies.remove(uri);
  }

  /** From now on this path, whatever the query, is answered so, unless a reply is set. */
  TestExchange respond(String path, Responder responder) {
    responders.put(path, responder);
    return this;
  }

  /** 200, recorded in the log, as a page that says where it ends. */
  TestExchange serve(String uri, String body) {
    Map<String, String> end = Map.of("X-TAXII-Date-Added-Last", "2026-11-25T00:00:00.000001Z");
    return reply(uri, new Reply(200, log.append("{\"uri\":\"" + uri.length() + "\"}"), body, end));
  }

  List<Request> requests() {
    return List.copyOf(requests);
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void token(HttpExchange http) throws IOException {
    String form = new String(http.getRequestBody().readAllBytes(), UTF_8);
    boolean known = form.contains("grant_type=client_credentials&client_id=" + client(http));
    String token = "{\"access_token\":\"" + TOKEN + client(http) + "\",\"expires_in\":300}";
    send(
        http,
        known ? new Reply(200, "", token) : new Reply(401, "", "{\"error\":\"invalid_client\"}"));
  }

  private HttpHandler authenticated(HttpHandler handler) {
    return http -> {
      String token = header(http, "Authorization");
      if (token.equals("Bearer " + TOKEN + client(http))) {
        handler.handle(http);
      } else {
        String code = token.isEmpty() ? "AUTHN_TOKEN" : "AUTHN_BINDING";
        send(http, new Reply(401, "", "{\"error_code\":\"" + code + "\",\"description\":\"No.\"}"));
      }
    };
  }

  private void answer(HttpExchange http) throws IOException {
    String uri = http.getRequestURI().toString();
    Request request =
        new Request(
            client(http),
            http.getRequestMethod(),
            uri,
            header(http, "Access-Purpose"),
            header(http, "Submission-Manifest"),
            header(http, "Client-Sequence"),
            new String(http.getRequestBody().readAllBytes(), UTF_8));
    requests.add(request);
    byte[] file = files.get(uri);
    if (file != null) {
      send(http, 200, file);
      return;
    }
    Reply nothing = new Reply(404, "", "<h1>not JSON</h1>");
    Responder otherwise = responders.getOrDefault(http.getRequestURI().getPath(), r -> nothing);
    send(http, replies.containsKey(uri) ? replies.get(uri) : otherwise.to(request));
  }

  private static void send(HttpExchange http, Reply reply) throws IOException {
    if (!reply.handle().isEmpty()) {
      http.getResponseHeaders().set("Audit-Receipt", reply.handle());
      http.getResponseHeaders().set("Idempotent-Replayed", "true");
    }
    reply.headers().forEach(http.getResponseHeaders()::set);
    if (reply.status() == 0) {
      http.close();
      return;
    }
    send(http, reply.status(), reply.body().getBytes(UTF_8));
  }

  static void send(HttpExchange http, int status, byte[] body) throws IOException {
    try (http) {
      http.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
      http.getResponseBody().write(body);
    }
  }

  private static String header(HttpExchange http, String name) {
    String value = http.getRequestHeaders().getFirst(name);
    return value == null ? "" : value;
  }

  private static String client(HttpExchange http) throws IOException {
    String name = ((HttpsExchange) http).getSSLSession().getPeerPrincipal().getName();
    return name.replaceAll(".*CN=([^,]*).*", "$1");
  }

  private static SSLContext context(Pki pki) throws IOException, GeneralSecurityException {
    char[] password = CredentialFiles.PASSWORD.toCharArray();
    var keys = KeyManagerFactory.getInstance("PKIX");
    keys.init(pki.service(Pki.GATEWAY).credential().keyStore(CredentialFiles.PASSWORD), password);
    KeyStore anchors = KeyStore.getInstance("PKCS12");
    try (var in = Files.newInputStream(pki.doorTrustStore())) {
      anchors.load(in, password);
    }
    var trust = TrustManagerFactory.getInstance("PKIX");
    trust.init(anchors);
    SSLContext context = SSLContext.getInstance("TLSv1.3");
    context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
    return context;
  }
}
