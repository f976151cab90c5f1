package org.entente.audit.console;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** The choice of a language, kept in the browser only. */
@Path("/console/language")
class LanguageResource {

  private static final int SEE_OTHER = 303;
  private static final String COOKIE =
      Browser.LANGUAGE_COOKIE
          + "=%s; Path=/console; Max-Age=31536000; Secure; HttpOnly; SameSite=Lax";

  @GET
  public RestResponse<byte[]> choose(
      @QueryParam("to") @Nullable String to, @QueryParam("page") @Nullable String page) {
    var language = Language.of(to == null ? "" : to).orElse(Language.ENGLISH);
    var back = page != null && Browser.isOwnPage(page) ? page : "/console/";
    return ResponseBuilder.<byte[]>create(SEE_OTHER)
        .header("Location", back)
        .header("Cache-Control", "no-store")
        .header("Set-Cookie", COOKIE.formatted(language.tag()))
        .build();
  }
}
