package org.entente.indicator.exchange;

import static io.restassured.RestAssured.given;

import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.config.SSLConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.entente.pki.CredentialFiles;
import org.entente.pki.Pki;

/// Speaks to the service as the gateway does, for one partner at a time.
public record Gateway(URI service, Pki pki, CredentialFiles certificate) {
  /// What a TAXII body is.
  public static final String TAXII = "application/taxii+json;version=2.1";

  /// The real one.
  public static Gateway of(URI service, Pki pki) {
    return new Gateway(service, pki, pki.service(Pki.GATEWAY));
  }

  /// A request without a caller.
  public RequestSpecification request() {
    SSLConfig tls =
        SSLConfig.sslConfig()
            .keyStore(certificate.pkcs12().toFile(), CredentialFiles.PASSWORD)
            .keystoreType("PKCS12")
            .trustStore(Tls.trustStore(pki.exchangeAuthority()));
    EncoderConfig bodies =
        EncoderConfig.encoderConfig()
            .encodeContentTypeAs("application/taxii+json", ContentType.TEXT)
            .appendDefaultContentCharsetToContentTypeIfUndefined(false);
    return given()
        .config(RestAssuredConfig.config().sslConfig(tls).encoderConfig(bodies))
        .urlEncodingEnabled(false)
        .baseUri("https://localhost")
        .port(service.getPort());
  }

  /// A request from a place: a partner, `jp/npa`, or `jp/npa/liaison`.
  public RequestSpecification caller(String place) {
    return caller(place, "\"taxii.read\",\"taxii.write\"");
  }

  /// A request from a place, with a token that allows less.
  ///
  /// @param scopes in quotes, separated by commas
  public RequestSpecification caller(String place, String scopes) {
    return request().header("Entente-Caller", callerHeader(place, scopes));
  }

  /// The header that says who asks.
  public static String callerHeader(String place, String scopes) {
    String[] parts = place.split("/", -1);
    String agency = parts.length > 1 ? "\"agency\":\"" + parts[1] + "\"," : "";
    String role = parts.length > 2 ? "\"role\":\"" + parts[2] + "\"," : "";
    return callerHeader(parts[0], agency + role, scopes);
  }

  private static String callerHeader(String partner, String unit, String scopes) {
    return Manifest.encode(
        """
        {%3$s"partner":"%1$s","client":"%1$s-feed","subject":"s","issuer":"https://idp/realms/%1$s",
        "token":"t","tls_leaf":"l","ip":"192.0.2.1","purpose":"early warning","request":"%2$s",
        "method":"GET","path":"/taxii2/exchange/","scopes":[%4$s]}\
        """
            .formatted(partner, UUID.randomUUID(), unit, scopes));
  }

  /// Submits a body.
  public Response submit(String partner, String collection, Manifest manifest, byte[] body) {
    return caller(partner)
        .header("Submission-Manifest", manifest.compact())
        .header("Entente-Submission", manifest.facts(body))
        .contentType(TAXII)
        .body(body)
        .post("/v1/collections/" + collection + "/submissions");
  }

  /// Sends later acts.
  public Response act(String place, String collection, Manifest manifest, String acts) {
    byte[] body = acts.getBytes(StandardCharsets.UTF_8);
    return caller(place)
        .header("Submission-Manifest", manifest.compact())
        .header("Entente-Submission", manifest.facts(body))
        .contentType("application/vnd.entente.release+json;version=1")
        .body(body)
        .post("/v1/collections/" + collection + "/releases");
  }

  /// Deletes what is below a collection's objects, query included, as signed.
  public Response delete(String place, String collection, Manifest manifest, String object) {
    String path = "collections/" + collection + "/objects/" + object;
    String url = "https://gateway.entente.example/taxii2/exchange/" + path;
    return caller(place)
        .header("Submission-Manifest", manifest.compact())
        .header("Entente-Submission", manifest.facts(url.getBytes(StandardCharsets.US_ASCII)))
        .header("Entente-Url", url)
        .delete("/v1/" + path);
  }

  /// Reads what was withdrawn.
  public Response withdrawals(String place, String collection, Map<String, ?> query) {
    return caller(place).queryParams(query).get("/v1/collections/" + collection + "/withdrawals");
  }

  /// Submits a text under a fresh manifest.
  public Response submit(String partner, String collection, String body) {
    return submit(partner, collection, Manifest.fresh(), body.getBytes(StandardCharsets.UTF_8));
  }

  /// Reads a page of a collection.
  public Response objects(String partner, String collection, Map<String, ?> query) {
    return caller(partner).queryParams(query).get("/v1/collections/" + collection + "/objects");
  }

  /// Reads one object.
  public Response object(String partner, String collection, String id) {
    return caller(partner).get("/v1/collections/" + collection + "/objects/" + id);
  }
}
