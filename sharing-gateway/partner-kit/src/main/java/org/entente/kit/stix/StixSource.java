package org.entente.kit.stix;

import java.io.IOException;
import java.util.Optional;

/// Objects in order, read as they are asked for.
@FunctionalInterface
public interface StixSource {

  /// The next one, or empty at the end.
  Optional<StixPiece> next() throws IOException;
}
