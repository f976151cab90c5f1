package org.entente.kit.evidence;

import java.util.List;
import org.entente.log.TilePath;

/** Where a log's published bytes come from: a service, a mirror, a folder. */
public interface LogReader {

  /** The signed checkpoint. */
  byte[] checkpoint();

  /** The tile or entry bundle at this place. */
  byte[] tile(TilePath tile);

  /**
   * What the log recorded of this reader's own reading since this was asked last, as it says: whose
   * leaf hash is in the log is an entry of it. Empty where reading is no entry.
   */
  default List<byte[]> recorded() {
    return List.of();
  }
}
