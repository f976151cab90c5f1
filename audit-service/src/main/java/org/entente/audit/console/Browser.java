package org.entente.audit.console;

import io.vertx.core.http.HttpServerRequest;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a browser says beside its request; nothing of it is proof of anything.
 *
 * @param language chosen on a page, else what it prefers
 * @param here path and query, to come back to
 * @param fromInside whether a page of this console led here (Fetch Metadata: same-origin)
 * @param fromOutside whether another site led here; neither, when its user typed the address
 * @param ownForm whether a form of this console was sent; false when the browser does not say
 */
record Browser(
    Language language, String here, boolean fromInside, boolean fromOutside, boolean ownForm) {

  static final String LANGUAGE_COOKIE = "entente_language";

  private static final String SAME_ORIGIN = "same-origin";
  private static final Set<String> OTHER_SITES = Set.of("same-site", "cross-site");

  // No group is repeated: each round of one takes a piece of the stack, and a path has many.
  private static final Pattern OWN_PAGE = Pattern.compile("/console(/[A-Za-z0-9/-]*)?(\\?[!-~]*)?");
  private static final int LONGEST = 4_000;

  static Browser of(HttpServerRequest request) {
    var uri = request.uri();
    var site = Objects.requireNonNullElse(request.getHeader("Sec-Fetch-Site"), "");
    return new Browser(
        language(request),
        isOwnPage(uri) ? uri : "/console/",
        site.equals(SAME_ORIGIN),
        OTHER_SITES.contains(site),
        site.isEmpty() ? originIsOurs(request) : site.equals(SAME_ORIGIN));
  }

  /**
   * Refuses a form that another site may have sent.
   *
   * @throws ForeignOrigin when this console did not, or the browser does not say
   */
  void requireOwnForm() {
    if (!ownForm) {
      throw new ForeignOrigin();
    }
  }

  /** For browsers that do not send Fetch Metadata. */
  private static boolean originIsOurs(HttpServerRequest request) {
    var origin = request.getHeader("Origin");
    return origin != null && origin.equals("https://" + request.authority());
  }

  private static Language language(HttpServerRequest request) {
    var chosen = request.getCookie(LANGUAGE_COOKIE);
    var preferred = Objects.requireNonNullElse(request.getHeader("Accept-Language"), "");
    return Language.of(chosen == null ? "" : chosen.getValue())
        .orElseGet(() -> Language.preferred(preferred));
  }

  /** Whether this leads to a page of this console and nowhere else. */
  static boolean isOwnPage(String place) {
    return place.length() <= LONGEST && !place.contains("//") && OWN_PAGE.matcher(place).matches();
  }
}
