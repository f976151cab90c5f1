package org.entente.gateway.exchange;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.entente.identity.Token;
import org.entente.pki.CredentialFiles;

/**
 * Requests of one client: a certificate for the connection and a token.
 *
 * @param token as signed, sent with every request
 */
public record Visit(Surroundings around, CredentialFiles own, String token) {

  public static final String TAXII = "application/taxii+json;version=2.1";

  /** The registered client of this partner with a good token of its own. */
  public static Visit by(Surroundings around, String partner) {
    return by(around, partner, partner + "-feed");
  }

  /** Another client of this partner with a good token of its own. */
  public static Visit by(Surroundings around, String partner, String client) {
    var own = around.pki().party(partner).client(client);
    var good = around.issuer().realm(partner).token(client, own.credential());
    return new Visit(around, own, around.issuer().realm(partner).sign(good));
  }

  /** The token of {@link #by}, before it is signed. */
  public static Token good(Surroundings around, String partner) {
    var own = around.pki().party(partner).client(partner + "-feed");
    return around.issuer().realm(partner).token(partner + "-feed", own.credential());
  }

  /** The same with another token of the same issuer. */
  public Visit with(Token other) {
    String partner = own.credential().subject().contains("Entente eu") ? "eu" : "kr";
    return new Visit(around, own, around.issuer().realm(partner).sign(other));
  }

  /** A request that is complete but for its path. */
  public RequestSpecification request() {
    return Visitor.with(own, around).header("Authorization", "Bearer " + token);
  }

  /** Asks with nothing but the credentials. */
  public Response get(String path) {
    return request().get(path);
  }

  /** Sends a request byte by byte: its line, more header lines, its body. */
  public String raw(String requestLine, String moreHeaders, String body) {
    String head =
        requestLine
            + "\r\nHost: localhost\r\nConnection: close\r\nAuthorization: Bearer "
            + token
            + "\r\n"
            + moreHeaders
            + "\r\n";
    return Visitor.raw(own, around, head + body);
  }
}
