package org.entente.pki;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;

/**
 * A private key and its certificate chain, leaf first, root left out.
 *
 * @param key the leaf's private key
 * @param chain leaf, then the authorities above it
 */
public record Credential(PrivateKey key, List<X509Certificate> chain) {

  public Credential {
    chain = List.copyOf(chain);
    if (chain.isEmpty()) {
      throw new IllegalArgumentException("a chain has at least its leaf");
    }
  }

  public X509Certificate leaf() {
    return chain.getFirst();
  }

  /** The leaf's distinguished name in RFC 4514 order, as Keycloak compares it. */
  public String subject() {
    return leaf().getSubjectX500Principal().getName();
  }

  /** base64url SHA-256 of the leaf's DER: {@code x5t#S256} of RFC 7515 and RFC 8705. */
  public String thumbprint() {
    return thumbprint(leaf());
  }

  /** The same of any certificate. */
  public static String thumbprint(X509Certificate certificate) {
    try {
      var digest = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
      return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** A key store with this one entry; key and store share the password. */
  public KeyStore keyStore(String password) {
    try {
      var store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      store.setKeyEntry(
          "entente", key, password.toCharArray(), chain.toArray(X509Certificate[]::new));
      return store;
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("an empty PKCS#12 store takes any key", e);
    }
  }

  /**
   * Writes {@code <name>.crt} (chain, leaf first), {@code <name>.key} (PKCS#8) and {@code
   * <name>.p12}; keys are readable by their owner only.
   */
  CredentialFiles writeTo(Path folder, String name) {
    var files = CredentialFiles.of(this, folder, name);
    try {
      Files.createDirectories(folder);
      Files.writeString(files.certificate(), Pem.certificates(chain));
      secret(files.key());
      Files.writeString(files.key(), Pem.privateKey(key));
      secret(files.pkcs12());
      try (var out = Files.newOutputStream(files.pkcs12())) {
        keyStore(CredentialFiles.PASSWORD).store(out, CredentialFiles.PASSWORD.toCharArray());
      }
      return files;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK writes PKCS#12", e);
    }
  }

  /** Writes certificate and key into these PEM files; readers see the old or the new of each. */
  void replace(CredentialFiles files) {
    try {
      var key = files.key().resolveSibling(files.key().getFileName() + ".new");
      secret(key);
      Files.writeString(key, Pem.privateKey(this.key));
      var certificate =
          files.certificate().resolveSibling(files.certificate().getFileName() + ".new");
      Files.writeString(certificate, Pem.certificates(chain));
      Files.move(key, files.key(), StandardCopyOption.ATOMIC_MOVE);
      Files.move(certificate, files.certificate(), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void secret(Path file) throws IOException {
    Files.deleteIfExists(file);
    var ownerOnly = PosixFilePermissions.fromString("rw-------");
    Files.createFile(file, PosixFilePermissions.asFileAttribute(ownerOnly));
  }

  /** The chain as base64 DER, leaf first: the {@code x5c} of RFC 7515. */
  public List<String> x5c() {
    return chain.stream().map(Credential::base64).toList();
  }

  private static String base64(X509Certificate certificate) {
    try {
      return Base64.getEncoder().encodeToString(certificate.getEncoded());
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException("a parsed certificate has an encoding", e);
    }
  }
}
