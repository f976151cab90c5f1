package org.entente.audit.export;

import jakarta.inject.Singleton;
import org.entente.audit.access.Release;
import org.entente.audit.search.SearchParameters;
import org.entente.audit.search.SearchQuery;
import org.entente.audit.visibility.AuditScope;

/** The same files for programs and for people at browsers. */
@Singleton
class ExportedFiles {

  /** What the record of an export is called, whoever asked for it. */
  static final String OPERATION = "log.export";

  private final Exports exports;
  private final EvidencePack pack;

  ExportedFiles(Exports exports, EvidencePack pack) {
    this.exports = exports;
    this.pack = pack;
  }

  /** The file with what matches; measured now, to be made when it is on record. */
  Release<ExportedFile> of(SearchParameters asked, ExportParameters form, AuditScope scope) {
    SearchQuery.requireNoSecret(asked);
    var wanted = ExportFormat.of(form.format);
    var table = CsvTable.of(form.separator);
    var selection = exports.select(asked, scope);
    return new Release<>(
        selection.length(),
        selection.sha256(),
        recorded ->
            new ExportedFile(
                wanted,
                recorded.entry().index(),
                switch (wanted) {
                  case EVIDENCE -> out -> pack.write(selection, recorded, out);
                  case JSON_LINES -> out -> exports.jsonLines(selection.indices(), out);
                  case CSV -> out -> exports.csv(selection.indices(), table, out);
                }));
  }
}
