package org.entente.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.security.spec.RSAPublicKeySpec;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.entente.pki.CredentialFiles;
import org.entente.pki.Pki;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestIssuerTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final PSSParameterSpec PSS =
      new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1);

  @TempDir static Path folder;
  private static Pki pki;
  private static TestIssuer issuer;

  @BeforeAll
  static void start() {
    pki = Pki.create(folder, Clock.systemUTC(), "kr", "eu");
    issuer = TestIssuer.start(pki, Clock.systemUTC());
  }

  @AfterAll
  static void stop() {
    issuer.close();
  }

  @Test
  void a_token_verifies_with_the_key_its_issuer_publishes() throws Exception {
    var kr = issuer.realm("kr");
    var token = kr.token("kr-feed", pki.party("kr").client("kr-feed").credential());
    var discovery = get(kr.issuer() + "/.well-known/openid-configuration");
    var keys = get(discovery.get("jwks_uri").textValue());

    assertEquals(kr.issuer(), discovery.get("issuer").textValue());
    assertTrue(verifies(kr.sign(token), keys));
    assertFalse(verifies(kr.signWithWrongKey(token), keys));
    assertFalse(verifies(kr.unsigned(token), keys));
    assertFalse(verifies(issuer.realm("eu").sign(token), keys));
    assertTrue(issuer.keyFetches() > 0);
  }

  @Test
  void the_token_endpoint_knows_clients_by_their_certificate() throws Exception {
    var files = pki.party("kr").client("kr-auditor");

    var answer = token("kr", "kr-auditor", files);

    assertEquals(200, answer.statusCode());
    var jwt = JSON.readTree(answer.body()).get("access_token").textValue();
    var claims = JSON.readTree(Base64.getUrlDecoder().decode(jwt.split("\\.", 3)[1]));
    assertEquals(files.credential().thumbprint(), claims.at("/cnf/x5t#S256").textValue());
    assertEquals("auditor", claims.at("/realm_access/roles/0").textValue());
    assertEquals(401, token("kr", "kr-feed", files).statusCode());
    assertEquals(401, token("eu", "kr-auditor", files).statusCode());
  }

  @Test
  void a_bad_token_differs_from_the_good_one_in_one_thing() {
    var good = issuer.realm("kr").token("kr-feed", pki.party("kr").client("kr-feed").credential());

    var expired = good.lasting(Duration.ofSeconds(-1));

    assertNotEquals(good.claims().get("exp"), expired.claims().get("exp"));
    assertEquals(good.without("exp"), expired.without("exp"));
    assertFalse(good.unbound().claims().containsKey("cnf"));
    assertEquals(Map.of("x5t#S256", "x"), good.boundTo("x").claims().get("cnf"));
  }

  @Test
  void out_of_order_means_503_until_it_is_repaired() throws Exception {
    issuer.outOfOrder(true);
    var url = issuer.realm("kr").issuer() + "/.well-known/openid-configuration";

    assertEquals(503, send(HttpRequest.newBuilder(URI.create(url)), null).statusCode());

    issuer.outOfOrder(false);
    assertEquals(200, send(HttpRequest.newBuilder(URI.create(url)), null).statusCode());
  }

  private static HttpResponse<String> token(String realm, String client, CredentialFiles files)
      throws Exception {
    var url = issuer.realm(realm).issuer() + "/protocol/openid-connect/token";
    var form = "grant_type=client_credentials&client_id=" + client;
    return send(
        HttpRequest.newBuilder(URI.create(url)).POST(HttpRequest.BodyPublishers.ofString(form)),
        files);
  }

  private static JsonNode get(String url) throws Exception {
    return JSON.readTree(send(HttpRequest.newBuilder(URI.create(url)), null).body());
  }

  private static HttpResponse<String> send(
      HttpRequest.Builder request, @Nullable CredentialFiles files) throws Exception {
    try (var client = HttpClient.newBuilder().sslContext(tls(files)).build()) {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
  }

  private static SSLContext tls(@Nullable CredentialFiles files) throws Exception {
    var trust = KeyStore.getInstance("PKCS12");
    trust.load(null, null);
    try (var in = Files.newInputStream(pki.exchangeAnchor())) {
      var anchor = CertificateFactory.getInstance("X.509").generateCertificate(in);
      trust.setCertificateEntry("exchange", anchor);
    }
    var trustManagers = TrustManagerFactory.getInstance("PKIX");
    trustManagers.init(trust);
    var keys = KeyManagerFactory.getInstance("PKIX");
    var password = CredentialFiles.PASSWORD;
    var store = files == null ? null : files.credential().keyStore(password);
    keys.init(store, password.toCharArray());
    var context = SSLContext.getInstance("TLSv1.3");
    context.init(keys.getKeyManagers(), trustManagers.getTrustManagers(), null);
    return context;
  }

  private static boolean verifies(String jwt, JsonNode keys) throws Exception {
    var parts = jwt.split("\\.", -1);
    var key = keys.at("/keys/0");
    var decoder = Base64.getUrlDecoder();
    var spec =
        new RSAPublicKeySpec(
            new BigInteger(1, decoder.decode(key.get("n").textValue())),
            new BigInteger(1, decoder.decode(key.get("e").textValue())));
    var signature = Signature.getInstance("RSASSA-PSS");
    signature.setParameter(PSS);
    signature.initVerify(KeyFactory.getInstance("RSA").generatePublic(spec));
    signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
    var bytes = decoder.decode(parts[2]);
    return bytes.length == 256 && signature.verify(bytes);
  }
}
