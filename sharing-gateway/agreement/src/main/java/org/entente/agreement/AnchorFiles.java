package org.entente.agreement;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.LinkedHashSet;
import java.util.Set;

/** Reads the PEM files that an agreement refers to, and says what is wrong with each. */
final class AnchorFiles {

  private static final int SIGNS_CERTIFICATES = 5;

  private final Path folder;
  private final Path way;
  private final FilesRead read;
  private final Faults faults;

  /**
   * @param folder what relative paths are relative to
   * @param way another path to it, perhaps through links that will lead elsewhere
   * @param read takes note of what is read
   */
  AnchorFiles(Path folder, Path way, FilesRead read, Faults faults) {
    this.folder = folder;
    this.way = way;
    this.read = read;
    this.faults = faults;
  }

  Path resolve(String file) {
    return folder.resolve(file);
  }

  /**
   * The same for a file that others read, again and again: through the links, if that leads there,
   * since the folder behind them goes when they are swapped.
   */
  Path lasting(String file) {
    Path now = resolve(file);
    Path through = way.resolve(file);
    try {
      return Files.isSameFile(through, now) ? through : now;
    } catch (IOException _) {
      return now; // It need not be there yet.
    }
  }

  /** The certificates of one file; none when something is wrong with it. */
  Set<X509Certificate> read(String file, String pointer) {
    Set<X509Certificate> certificates = new LinkedHashSet<>();
    try {
      byte[] pem = read.read(resolve(file));
      for (var each :
          CertificateFactory.getInstance("X.509")
              .generateCertificates(new ByteArrayInputStream(pem))) {
        certificates.add((X509Certificate) each);
      }
    } catch (IOException | CertificateException e) {
      faults.add(pointer, resolve(file) + " cannot be read: " + reason(e));
      return Set.of();
    }
    if (certificates.isEmpty()) {
      faults.add(pointer, resolve(file) + " holds no certificate");
    }
    certificates.stream()
        .filter(certificate -> !isAuthority(certificate))
        .forEach(certificate ->
            faults.add(
                pointer,
                resolve(file)
                    + " holds the certificate of "
                    + certificate.getSubjectX500Principal()
                    + ", which is no authority"));
    return certificates;
  }

  private static String reason(Exception e) {
    return e instanceof java.nio.file.NoSuchFileException ? "there is no such file" : e.toString();
  }

  private static boolean isAuthority(X509Certificate certificate) {
    boolean[] usage = certificate.getKeyUsage();
    return certificate.getBasicConstraints() >= 0 && (usage == null || usage[SIGNS_CERTIFICATES]);
  }
}
