package org.entente.revocation.source;

import java.net.URI;
import java.nio.file.Path;
import java.security.cert.X509Certificate;

/**
 * Where one authority's list comes from. Sources are configured; an address inside a certificate or
 * a list is never asked, since whoever made that could have the exchange ask anybody.
 *
 * @param authority who signs the list
 */
public record Source(X509Certificate authority, Place place) {

  /** Where it is. */
  public sealed interface Place {

    /** An address; plain http will do, a list is signed. */
    record At(URI url) implements Place {

      /** Refuses an address of another kind. */
      public At {
        String scheme = String.valueOf(url.getScheme());
        if (!scheme.equals("http") && !scheme.equals("https")) {
          throw new IllegalArgumentException(url + " is no http or https address");
        }
      }
    }

    /** A file, which may change at any time. */
    record In(Path file) implements Place {}
  }

  /** The place, for operators. */
  public String describe() {
    return switch (place) {
      case Place.At at -> at.url().toString();
      case Place.In in -> in.file().toString();
    };
  }
}
