package org.entente.kit.manifest;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What a signer's certificate must look like: for documents (RFC 9336), not for TLS, not a CA, with
 * exactly one URI name.
 */
final class SignerProfile {

  private static final String DOCUMENT_SIGNING = "1.3.6.1.5.5.7.3.36";
  private static final Set<String> FORBIDDEN_USES = Set.of("1.3.6.1.5.5.7.3.2", "2.5.29.37.0");
  private static final int URI_NAME = 6;

  private SignerProfile() {}

  static boolean fits(X509Certificate leaf) {
    return leaf.getBasicConstraints() < 0 && signsDocuments(leaf) && usedForDocumentsOnly(leaf);
  }

  /** The signer its one URI name states. */
  static Optional<SignerUrn> signer(X509Certificate leaf) {
    List<String> names = uriNames(leaf);
    return names.size() == 1 ? SignerUrn.of(names.getFirst()) : Optional.empty();
  }

  /** Signed with SHA-2 by a key that would itself be accepted. */
  static boolean strong(X509Certificate certificate) {
    String algorithm = certificate.getSigAlgName().toUpperCase(Locale.ROOT);
    boolean sha2 = algorithm.matches("SHA(256|384|512)WITH(ECDSA|RSA)|RSASSA-PSS");
    return sha2 && SignatureAlgorithm.of(certificate.getPublicKey()).isPresent();
  }

  /** Key usage digitalSignature (bit 0) or contentCommitment (bit 1). */
  private static boolean signsDocuments(X509Certificate leaf) {
    boolean[] usage = leaf.getKeyUsage();
    return usage != null && (usage[0] || usage[1]);
  }

  private static boolean usedForDocumentsOnly(X509Certificate leaf) {
    try {
      List<String> uses = leaf.getExtendedKeyUsage();
      return uses != null
          && uses.contains(DOCUMENT_SIGNING)
          && uses.stream().noneMatch(FORBIDDEN_USES::contains);
    } catch (CertificateParsingException e) {
      return false;
    }
  }

  private static List<String> uriNames(X509Certificate leaf) {
    try {
      Collection<List<?>> names = leaf.getSubjectAlternativeNames();
      return names == null
          ? List.of()
          : names.stream()
              .filter(name -> Integer.valueOf(URI_NAME).equals(name.getFirst()))
              .map(name -> String.valueOf(name.get(1)))
              .toList();
    } catch (CertificateParsingException e) {
      return List.of();
    }
  }
}
