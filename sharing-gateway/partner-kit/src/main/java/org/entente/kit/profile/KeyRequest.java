package org.entente.kit.profile;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.ExtensionsGenerator;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;

/**
 * A fresh P-256 key and the request (PKCS#10) for its certificate, with the names and usages the
 * exchange looks for.
 *
 * @param urn the name the certificate must carry
 * @param keyPem PKCS#8, unencrypted
 * @param requestPem PKCS#10
 */
public record KeyRequest(String urn, String keyPem, String requestPem) {

  /** What a key is for; one key never serves both. */
  public enum Use {
    /** Connections and tokens: {@code urn:entente:client:…}. */
    tls("client", "1.3.6.1.5.5.7.3.2"),
    /** Submissions: {@code urn:entente:signer:…}, id-kp-documentSigning (RFC 9336). */
    signing("signer", "1.3.6.1.5.5.7.3.36");

    private final String kind;
    private final String purpose;

    Use(String kind, String purpose) {
      this.kind = kind;
      this.purpose = purpose;
    }
  }

  /** Makes key and request. */
  public static KeyRequest create(Use use, String partner, String name) {
    String urn = "urn:entente:" + use.kind + ":" + partner + ":" + name;
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      KeyPair pair = generator.generateKeyPair();
      var builder =
          new JcaPKCS10CertificationRequestBuilder(
              new X500Principal("O=" + partner + ",CN=" + name), pair.getPublic());
      builder.addAttribute(
          PKCSObjectIdentifiers.pkcs_9_at_extensionRequest, extensions(use, urn).generate());
      var signer = new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate());
      return new KeyRequest(urn, pkcs8(pair.getPrivate().getEncoded()), pem(builder.build(signer)));
    } catch (GeneralSecurityException | OperatorCreationException e) {
      throw new IllegalStateException("The platform cannot make P-256 keys", e);
    } catch (IOException e) {
      throw new UncheckedIOException("Writing to memory failed", e);
    }
  }

  private static ExtensionsGenerator extensions(Use use, String urn) throws IOException {
    ExtensionsGenerator extensions = new ExtensionsGenerator();
    extensions.addExtension(
        Extension.subjectAlternativeName,
        false,
        new GeneralNames(new GeneralName(GeneralName.uniformResourceIdentifier, urn)));
    extensions.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
    extensions.addExtension(
        Extension.extendedKeyUsage,
        false,
        new ExtendedKeyUsage(KeyPurposeId.getInstance(new ASN1ObjectIdentifier(use.purpose))));
    return extensions;
  }

  private static String pkcs8(byte[] der) {
    String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
    return "-----BEGIN PRIVATE KEY-----\n" + body + "\n-----END PRIVATE KEY-----\n";
  }

  private static String pem(Object object) throws IOException {
    StringWriter text = new StringWriter();
    try (JcaPEMWriter pem = new JcaPEMWriter(text)) {
      pem.writeObject(object);
    }
    return text.toString();
  }
}
