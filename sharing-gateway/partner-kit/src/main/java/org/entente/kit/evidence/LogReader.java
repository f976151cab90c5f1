package org.entente.kit.evidence;

import org.entente.log.TilePath;

/** Where a log's published bytes come from: a service, a mirror, a folder. */
public interface LogReader {

  /** The signed checkpoint. */
  byte[] checkpoint();

  /** The tile or entry bundle at this place. */
  byte[] tile(TilePath tile);
}
