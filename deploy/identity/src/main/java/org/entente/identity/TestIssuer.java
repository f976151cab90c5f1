package org.entente.identity;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.entente.pki.CredentialFiles;
import org.entente.pki.Pki;

/**
 * Identity providers of all parties behind one HTTPS port on 127.0.0.1, for tests of services:
 * discovery, keys and a token endpoint with the paths Keycloak has, and tokens of any content.
 *
 * <p>A client proves itself at the token endpoint by its TLS certificate, whose SAN must name the
 * client id it asks with; client ids ending in {@code -auditor} get the role {@code auditor}.
 * Thread-safe.
 */
public final class TestIssuer implements AutoCloseable {

  private final HttpsServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Map<String, TestRealm> realms = new LinkedHashMap<>();
  private final Requests requests = new Requests(realms);

  private TestIssuer(HttpsServer server) {
    this.server = server;
  }

  /** Starts on a free port, one realm per party of the PKI. */
  public static TestIssuer start(Pki pki, Clock clock) {
    try {
      var server =
          HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.setHttpsConfigurator(optionalClientCertificate(tls(pki)));
      var issuer = new TestIssuer(server);
      for (var party : pki.parties()) {
        var url = issuer.url() + "/realms/" + party.id();
        issuer.realms.put(party.id(), new TestRealm(url, party.id(), clock));
      }
      server.createContext("/realms/", issuer.requests);
      server.setExecutor(issuer.threads);
      server.start();
      return issuer;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the PKI's own files make a TLS context", e);
    }
  }

  /** {@code https://localhost:<port>} without a final slash. */
  public String url() {
    return "https://localhost:" + server.getAddress().getPort();
  }

  public TestRealm realm(String party) {
    var realm = realms.get(party);
    if (realm == null) {
      throw new IllegalArgumentException("no realm " + party + ", only " + realms.keySet());
    }
    return realm;
  }

  /** While out of order, every request is answered 503: the provider is there but cannot help. */
  public void outOfOrder(boolean yes) {
    requests.outOfOrder(yes);
  }

  /** How often the keys of any realm were fetched. */
  public int keyFetches() {
    return requests.keyFetches();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.close();
  }

  private static HttpsConfigurator optionalClientCertificate(SSLContext context) {
    return new HttpsConfigurator(context) {
      @Override
      public void configure(HttpsParameters parameters) {
        var tls = context.getDefaultSSLParameters();
        tls.setWantClientAuth(true);
        parameters.setSSLParameters(tls);
      }
    };
  }

  private static SSLContext tls(Pki pki) throws GeneralSecurityException, IOException {
    var password = CredentialFiles.PASSWORD;
    var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    var credential = pki.service(Pki.IDENTITY_PROVIDER).credential();
    keys.init(credential.keyStore(password), password.toCharArray());
    var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(KeyStore.getInstance(pki.doorTrustStore().toFile(), password.toCharArray()));
    var context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
    return context;
  }
}
