package org.entente.kit.submit;

import java.util.UUID;

/// Signs parts.
@FunctionalInterface
public interface PartSigner {

  /// The manifest over this envelope, signed now.
  ///
  /// @param id its `jti`
  byte[] sign(byte[] envelope, UUID id);
}
