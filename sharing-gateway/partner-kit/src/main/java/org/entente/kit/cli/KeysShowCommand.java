package org.entente.kit.cli;

import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import org.entente.kit.manifest.Sha256;
import org.entente.kit.profile.Certificates;
import org.entente.kit.profile.ProfileInvalid;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code entente keys show}. */
@Command(
    name = "show",
    description = "Show what a certificate says: names, validity, thumbprint.",
    footer = {"%nExample:", "  entente keys show kr/signers/ops.crt"})
final class KeysShowCommand extends EntenteCommand {

  @Parameters(paramLabel = "FILE", description = "Certificates in PEM.")
  @SuppressWarnings("NullAway.Init") // Picocli sets it.
  private Path file;

  @Override
  Report run() {
    Report report = new Report();
    X509Certificate leaf = Certificates.in(file).getFirst();
    show(report, "subject", leaf.getSubjectX500Principal().getName());
    show(report, "issuer", leaf.getIssuerX500Principal().getName());
    show(report, "names", String.join(" ", names(leaf)));
    show(report, "not_before", leaf.getNotBefore().toInstant().toString());
    show(report, "not_after", leaf.getNotAfter().toInstant().toString());
    show(report, "x5t#S256", thumbprint(leaf));
    return report;
  }

  private static void show(Report report, String name, String value) {
    report.put(name, value).line(String.format("%-11s %s", name, value));
  }

  private static List<String> names(X509Certificate leaf) {
    try {
      Collection<List<?>> names = leaf.getSubjectAlternativeNames();
      return names == null
          ? List.of()
          : names.stream().map(name -> String.valueOf(name.get(1))).toList();
    } catch (CertificateParsingException e) {
      throw new ProfileInvalid("The certificate's names cannot be read.", e);
    }
  }

  private static String thumbprint(X509Certificate leaf) {
    try {
      return Sha256.of(leaf.getEncoded()).base64Url();
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException("A certificate that was read can be encoded", e);
    }
  }
}
