package org.entente.audit.witness;

import java.net.URI;
import java.util.List;
import org.entente.log.VerifierKey;

/**
 * Where a witness is asked.
 *
 * @param uri prefix of its paths, ending with a slash
 * @param keys it cosigns with, all of one name
 */
record WitnessAddress(URI uri, List<VerifierKey> keys) {

  WitnessAddress {
    keys = List.copyOf(keys);
  }

  /** The name of its keys. */
  String name() {
    return keys.getFirst().name();
  }
}
