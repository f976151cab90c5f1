package org.entente.identity;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** An issuer's RSA key and the ways, right and wrong, to use it. */
final class SigningKey {

  private static final int BITS = 2048;
  private static final PSSParameterSpec PSS =
      new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1);

  private final String id;
  private final KeyPair pair;

  SigningKey(String id) {
    this.id = id;
    try {
      var generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(BITS);
      pair = generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK generates RSA keys", e);
    }
  }

  String id() {
    return id;
  }

  byte[] ps256(String input) {
    try {
      var signature = Signature.getInstance("RSASSA-PSS");
      signature.setParameter(PSS);
      return sign(signature, input);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK signs with PS256", e);
    }
  }

  byte[] rs256(String input) {
    try {
      return sign(Signature.getInstance("SHA256withRSA"), input);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK signs with RS256", e);
    }
  }

  /** The key confusion of RFC 8725 section 2.1: the public key used as a shared secret. */
  byte[] hs256WithPublicKey(String input) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(pair.getPublic().getEncoded(), "HmacSHA256"));
      return mac.doFinal(input.getBytes(StandardCharsets.US_ASCII));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HMAC-SHA256", e);
    }
  }

  private byte[] sign(Signature signature, String input) throws GeneralSecurityException {
    signature.initSign(pair.getPrivate());
    signature.update(input.getBytes(StandardCharsets.US_ASCII));
    return signature.sign();
  }

  /** RFC 7517. */
  Map<String, Object> jwk() {
    var key = (RSAPublicKey) pair.getPublic();
    var jwk = new LinkedHashMap<String, Object>();
    jwk.put("kty", "RSA");
    jwk.put("use", "sig");
    jwk.put("alg", "PS256");
    jwk.put("kid", id);
    jwk.put("n", unsigned(key.getModulus()));
    jwk.put("e", unsigned(key.getPublicExponent()));
    return jwk;
  }

  private static String unsigned(BigInteger value) {
    var bytes = value.toByteArray();
    var magnitude = bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
    return Base64.getUrlEncoder().withoutPadding().encodeToString(magnitude);
  }
}
