package org.entente.audit.export;

import java.io.IOException;
import java.io.OutputStream;

/**
 * A file about to be written; its export is on record.
 *
 * @param index of that record
 */
record ExportedFile(ExportFormat format, long index, Content content) {

  /** What writes it, entry by entry, and leaves the stream open. */
  @FunctionalInterface
  interface Content {
    void write(OutputStream out) throws IOException;
  }

  /** For {@code Content-Disposition}: a name made here alone, so that it needs no quoting. */
  String disposition() {
    return "attachment; filename=\"" + format.fileName(index) + "\"";
  }
}
