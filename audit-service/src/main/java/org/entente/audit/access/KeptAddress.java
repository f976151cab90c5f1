package org.entente.audit.access;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entente.stix.address.Secrets;

/**
 * What a record keeps of the address that was asked for: nothing that opens something. A private
 * key or seed phrase would stand in the log for good, and a login's code for as long as it is worth
 * trying. Looks at the address as it came, readable or not. Pure.
 */
final class KeptAddress {

  /** What an identity provider sends along with its user (OpenID Connect Core section 3.1.2.5). */
  private static final Pattern LOGIN = Pattern.compile("(^|&)(code|state)=");

  private static final Pattern ENCODED = Pattern.compile("%([0-7][0-9A-Fa-f])");
  private static final String NOTHING = "";
  private static final String SOMEWHERE = "/-";

  private KeptAddress() {}

  /** The query, or nothing. */
  static String query(String path, String query) {
    var login = ConsoleTenants.covers(path) && LOGIN.matcher(readable(query)).find();
    return login || secret(query) ? NOTHING : query;
  }

  /** The path, or that there was one. */
  static String path(String path) {
    return secret(path) ? SOMEWHERE : path;
  }

  private static boolean secret(String address) {
    return !Secrets.find(readable(address)).isEmpty();
  }

  /** Percent-encoded ASCII decoded, which is what secrets are of; what cannot be is left alone. */
  private static String readable(String address) {
    return ENCODED
        .matcher(address.replace('+', ' '))
        .replaceAll(found -> Matcher.quoteReplacement(decoded(found.group(1))));
  }

  private static String decoded(String hex) {
    return Character.toString(Integer.parseInt(hex, 16));
  }
}
