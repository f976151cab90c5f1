package org.entente.revocation.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Optional;

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

  /**
   * As it is configured.
   *
   * @param authority PEM file of the one authority that signs the list
   * @param url where it is, or
   * @param file where it is; never both
   * @throws IllegalArgumentException when that cannot be meant
   */
  public static Source configured(Path authority, Optional<URI> url, Optional<Path> file) {
    if (url.isPresent() == file.isPresent()) {
      throw new IllegalArgumentException("a list has a url or a file, and not both");
    }
    Optional<Place> address = url.map(Place.At::new);
    return new Source(only(authority), address.or(() -> file.map(Place.In::new)).orElseThrow());
  }

  private static X509Certificate only(Path pem) {
    try (InputStream in = Files.newInputStream(pem)) {
      var found = CertificateFactory.getInstance("X.509").generateCertificates(in);
      if (found.size() == 1 && found.iterator().next() instanceof X509Certificate authority) {
        return authority;
      }
      throw new IllegalArgumentException(pem + " must hold one authority");
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the authority in " + pem, e);
    } catch (CertificateException e) {
      throw new IllegalArgumentException(pem + " holds no readable certificate", e);
    }
  }

  /** The place, for operators. */
  public String describe() {
    return switch (place) {
      case Place.At at -> at.url().toString();
      case Place.In in -> in.file().toString();
    };
  }
}
