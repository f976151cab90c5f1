package org.entente.pki;

import java.nio.file.Path;

/**
 * A credential and where it was written.
 *
 * @param credential key and chain
 * @param certificate PEM, leaf first, then the issuing authority
 * @param key PEM, PKCS#8, unencrypted
 * @param pkcs12 both, under {@link #PASSWORD}
 */
public record CredentialFiles(Credential credential, Path certificate, Path key, Path pkcs12) {

  /** Password of every key store here. It protects nothing: the keys are made to be thrown away. */
  public static final String PASSWORD = "throw-away";

  static CredentialFiles of(Credential credential, Path folder, String name) {
    return new CredentialFiles(
        credential,
        folder.resolve(name + ".crt"),
        folder.resolve(name + ".key"),
        folder.resolve(name + ".p12"));
  }
}
