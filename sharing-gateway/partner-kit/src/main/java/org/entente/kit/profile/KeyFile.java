package org.entente.kit.profile;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;

/**
 * A private key and its certificate chain, leaf first, from files.
 *
 * @param key never printed, never sent
 */
public record KeyFile(PrivateKey key, List<X509Certificate> chain) {

  /** Copies the chain. */
  public KeyFile {
    chain = List.copyOf(chain);
  }

  /** An unencrypted PKCS#8 key and certificates, both PEM. */
  static KeyFile pem(Path key, Path certificates) {
    try (Reader reader = Files.newBufferedReader(key);
        PEMParser pem = new PEMParser(reader)) {
      if (pem.readObject() instanceof PrivateKeyInfo info) {
        return new KeyFile(
            new JcaPEMKeyConverter().getPrivateKey(info), Certificates.in(certificates));
      }
      throw new ProfileInvalid(key + " holds no unencrypted PKCS#8 private key.");
    } catch (IOException e) {
      throw new ProfileInvalid("The private key " + key + " cannot be read.", e);
    }
  }

  /** The first private key of a PKCS#12 store; the password is the first line of a file. */
  static KeyFile pkcs12(Path store, Path passwordFile) {
    try (InputStream in = Files.newInputStream(store)) {
      char[] password = Files.readAllLines(passwordFile).getFirst().toCharArray();
      KeyStore keys = KeyStore.getInstance("PKCS12");
      keys.load(in, password);
      for (String alias : Collections.list(keys.aliases())) {
        if (keys.getKey(alias, password) instanceof PrivateKey key) {
          return new KeyFile(key, chain(keys.getCertificateChain(alias)));
        }
      }
      throw new ProfileInvalid(store + " holds no private key.");
    } catch (IOException | GeneralSecurityException e) {
      throw new ProfileInvalid("The key store " + store + " cannot be opened.", e);
    }
  }

  private static List<X509Certificate> chain(Certificate[] certificates) {
    return Arrays.stream(certificates).map(X509Certificate.class::cast).toList();
  }
}
