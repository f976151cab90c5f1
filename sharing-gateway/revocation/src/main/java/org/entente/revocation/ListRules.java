package org.entente.revocation;

import java.io.IOException;
import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.cert.X509CRL;
import java.security.cert.X509CRLEntry;
import java.security.cert.X509Certificate;
import java.security.cert.X509Extension;
import java.security.spec.PSSParameterSpec;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.entente.revocation.ListRejected.Fault;

/** What a list must be to count for an authority (RFC 5280 section 6.3.3, for whole lists). */
final class ListRules {

  private static final String NUMBER = "2.5.29.20";
  private static final String DELTA = "2.5.29.27";
  private static final String DISTRIBUTION_POINT = "2.5.29.28";
  private static final String CERTIFICATE_ISSUER = "2.5.29.29";
  private static final int SIGNS_LISTS = 6;

  /** An OCTET STRING around an INTEGER of at most 20 bytes (RFC 5280 section 5.2.3). */
  private static final int LONGEST_NUMBER = 24;

  static void check(X509CRL list, X509Certificate authority) {
    if (!list.getIssuerX500Principal().equals(authority.getSubjectX500Principal())) {
      throw new ListRejected(
          Fault.OTHER_AUTHORITY, "it is of " + list.getIssuerX500Principal().getName());
    }
    requireSignature(list, authority);
    if (list.getExtensionValue(DELTA) != null) {
      throw new ListRejected(Fault.DELTA, "it says only what has changed since another list");
    }
    if (list.getExtensionValue(DISTRIBUTION_POINT) != null) {
      throw new ListRejected(
          Fault.NOT_WHOLE,
          "it has an issuing distribution point: it is indirect or speaks of a part only");
    }
    requireUnderstood(list);
  }

  static void check(X509CRLEntry entry) {
    if (entry.getExtensionValue(CERTIFICATE_ISSUER) != null) {
      throw new ListRejected(Fault.NOT_WHOLE, "it speaks of another authority's certificates");
    }
    requireUnderstood(entry);
  }

  private static void requireSignature(X509CRL list, X509Certificate authority) {
    boolean[] usage = authority.getKeyUsage();
    if (usage != null && !usage[SIGNS_LISTS]) {
      throw new ListRejected(Fault.NOT_SIGNED, "the authority's key may not sign lists");
    }
    String algorithm = list.getSigAlgName().toUpperCase(Locale.ROOT);
    if (!algorithm.matches("SHA(256|384|512)WITH(ECDSA|RSA)") && !isPssWithSha2(list)) {
      throw new ListRejected(Fault.NOT_SIGNED, algorithm + " is not accepted");
    }
    try {
      list.verify(authority.getPublicKey());
    } catch (GeneralSecurityException e) {
      throw new ListRejected(Fault.NOT_SIGNED, "the authority's key did not sign it");
    }
  }

  /** What RSASSA-PSS hashes with stands in its parameters; without them it is SHA-1. */
  private static boolean isPssWithSha2(X509CRL list) {
    if (!list.getSigAlgName().equals("RSASSA-PSS") || list.getSigAlgParams() == null) {
      return false;
    }
    try {
      AlgorithmParameters parameters = AlgorithmParameters.getInstance("RSASSA-PSS");
      parameters.init(list.getSigAlgParams());
      return parameters
          .getParameterSpec(PSSParameterSpec.class)
          .getDigestAlgorithm()
          .matches("SHA-(256|384|512)");
    } catch (GeneralSecurityException | IOException e) {
      return false;
    }
  }

  /** No critical extension besides those refused by name is known here. */
  private static void requireUnderstood(X509Extension part) {
    Set<String> critical = part.getCriticalExtensionOIDs();
    if (critical != null && !critical.isEmpty()) {
      throw new ListRejected(Fault.NOT_UNDERSTOOD, "it has the critical extension " + critical);
    }
  }

  static Optional<BigInteger> number(X509CRL list) {
    byte[] value = list.getExtensionValue(NUMBER);
    if (value == null) {
      return Optional.empty();
    }
    boolean plain =
        value.length > 4
            && value.length <= LONGEST_NUMBER
            && value[2] == 2
            && value[3] == value.length - 4
            && value[4] >= 0;
    if (!plain) {
      throw new ListRejected(Fault.UNREADABLE, "its number is none");
    }
    return Optional.of(new BigInteger(Arrays.copyOfRange(value, 4, value.length)));
  }

  private ListRules() {}
}
