package org.entente.kit.journal;

import java.util.Optional;
import org.entente.kit.manifest.Sha256;

/// A request, so far as it tells one from another.
///
/// @param url without query, under the exchange's public name
/// @param query as sent
/// @param body its digest; empty when there is none
public record Asked(String method, String url, Optional<String> query, Optional<Sha256> body) {

  /// The path of the URL.
  public String path() {
    int slash = url.indexOf('/', "https://".length());
    return slash < 0 ? "/" : url.substring(slash);
  }
}
