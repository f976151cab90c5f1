package org.entente.audit.console;

import io.quarkus.oidc.OidcConfigurationMetadata;
import io.quarkus.oidc.OidcSession;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.entente.audit.access.Person;
import org.jboss.resteasy.reactive.RestResponse;

/** Where a session begins and ends. */
@Path("/console")
@RunOnVirtualThread
class SessionResource {

  private final Pages pages;
  private final OidcSession session;
  private final OidcConfigurationMetadata provider;
  private final CurrentVertxRequest current;

  SessionResource(
      Pages pages,
      OidcSession session,
      OidcConfigurationMetadata provider,
      CurrentVertxRequest current) {
    this.pages = pages;
    this.session = session;
    this.provider = provider;
    this.current = current;
  }

  /** Where the identity provider sends the browser back to; the mechanism takes it from here. */
  @GET
  @Path("/login")
  public RestResponse<byte[]> login() {
    return pages.leave("console.login", _ -> "/console/");
  }

  /** Ends the session here and at the identity provider. */
  @GET
  @Path("/logout")
  public RestResponse<byte[]> logout() {
    return pages.leave("console.logout", this::end);
  }

  @GET
  @Path("/goodbye")
  public RestResponse<byte[]> goodbye() {
    return pages.open(Templates::goodbye);
  }

  private String end(Person person) {
    // Under the name this browser used; the identity provider accepts only registered ones.
    var goodbye = "https://" + current.getCurrent().request().authority() + "/console/goodbye";
    var there = provider.getEndSessionUri();
    session.logout().await().indefinitely();
    return there == null
        ? goodbye
        : there
            + "?id_token_hint="
            + person.idToken()
            + "&post_logout_redirect_uri="
            + Shown.urlEncoded(goodbye);
  }
}
