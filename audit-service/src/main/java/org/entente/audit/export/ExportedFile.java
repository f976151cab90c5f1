package org.entente.audit.export;

/**
 * A file about to be written; its export is on record.
 *
 * @param index of that record
 * @param content writes it, entry by entry
 */
record ExportedFile(ExportFormat format, long index, PackWriter.Content content) {

  /** For {@code Content-Disposition}: a name made here alone, so that it needs no quoting. */
  String disposition() {
    return "attachment; filename=\"" + format.fileName(index) + "\"";
  }
}
