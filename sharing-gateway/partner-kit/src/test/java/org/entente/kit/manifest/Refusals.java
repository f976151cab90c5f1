package org.entente.kit.manifest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.entente.kit.manifest.ManifestRejected.Code;

/** Assertions on what a verifier refuses. */
final class Refusals {

  private Refusals() {}

  static ManifestRejected refused(Code code, byte[] manifest) {
    return refused(code, manifest, Parties.BODY, Parties.atTheDoor());
  }

  static ManifestRejected refused(Code code, byte[] manifest, byte[] body, Expectation expected) {
    ManifestRejected rejected =
        assertThrows(
            ManifestRejected.class,
            () -> Parties.verifier().verify(manifest, Body.of(body), expected));
    assertEquals(code, rejected.code(), rejected.detail());
    return rejected;
  }
}
