package org.entente.audit.access;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entente.stix.address.Secrets;

/**
 * What a record keeps of the address that was asked for: nothing that opens something. A private
 * key or seed phrase would stand in the log for good, and a login's code for as long as it is worth
 * trying. Looks at the address as it came, readable or not. Pure.
 *
 * @param query nothing where identity providers send people back to, which answers nothing
 * @param secret whether something was left out that nobody may ask with: what is asked for is on
 *     record, or it is not answered
 */
record KeptAddress(String path, String query, boolean secret) {

  private static final Pattern ENCODED = Pattern.compile("%([0-7][0-9A-Fa-f])");
  private static final String NOTHING = "";
  private static final String SOMEWHERE = "/-";

  static KeptAddress of(String path, String query) {
    var hidden = holdsSecret(path);
    var secret = holdsSecret(query);
    return new KeptAddress(
        hidden ? SOMEWHERE : path,
        secret || path.equals(TokenRules.LOGIN_PATH) ? NOTHING : query,
        hidden || secret);
  }

  /** The same, of whose query nothing is to be kept. */
  KeptAddress withoutQuery() {
    return new KeptAddress(path, NOTHING, secret);
  }

  private static boolean holdsSecret(String address) {
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
