package org.entente.kit.manifest;

import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;

/** Recognises a curve by all its parameters, so that none of the same size passes for it. */
final class NamedCurve {

  static final NamedCurve P256 = new NamedCurve("secp256r1");
  static final NamedCurve P384 = new NamedCurve("secp384r1");

  private final ECParameterSpec spec;

  private NamedCurve(String name) {
    this.spec = parameters(name);
  }

  boolean holds(ECPublicKey key) {
    ECParameterSpec other = key.getParams();
    return spec.getCurve().equals(other.getCurve())
        && spec.getGenerator().equals(other.getGenerator())
        && spec.getOrder().equals(other.getOrder())
        && spec.getCofactor() == other.getCofactor();
  }

  private static ECParameterSpec parameters(String name) {
    try {
      AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
      parameters.init(new ECGenParameterSpec(name));
      return parameters.getParameterSpec(ECParameterSpec.class);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has " + name, e);
    }
  }
}
