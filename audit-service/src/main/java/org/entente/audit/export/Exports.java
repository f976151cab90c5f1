package org.entente.audit.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.util.List;
import org.entente.audit.record.Sha256;
import org.entente.audit.search.PostgresSearch;
import org.entente.audit.search.SearchParameters;
import org.entente.audit.search.SearchQuery;
import org.entente.audit.visibility.AuditScope;

/**
 * Exports: chosen first, then recorded, then written. Memory holds the indices and a few entries.
 */
@Singleton
class Exports {

  /** Most entries of one export; the next one begins where it ends. */
  static final int MOST = 10_000;

  private static final int AT_A_TIME = 100;

  private final PostgresSearch search;
  private final PostgresExport store;

  Exports(PostgresSearch search, PostgresExport store) {
    this.search = search;
    this.store = store;
  }

  /** Work on a few entries. */
  @FunctionalInterface
  interface Few {
    void take(List<ExportedEntry> entries) throws IOException;
  }

  /**
   * Chooses the newest entries that match, and says what they will be.
   *
   * @throws org.entente.audit.tree.TreeDamaged when one of them is not what was appended
   */
  Selection select(SearchParameters asked, AuditScope scope) {
    var part = part(asked, scope);
    var lines = new Measured();
    try {
      jsonLines(part.indices(), lines);
    } catch (IOException e) {
      throw new UncheckedIOException("nothing is written", e);
    }
    return new Selection(scope, part, lines.length, lines.sha256());
  }

  /** Chooses the newest entries that match, and reads none of them. */
  Part part(SearchParameters asked, AuditScope scope) {
    var query = SearchQuery.of(asked, MOST, MOST);
    var found = search.indices(query, scope, store.size());
    return Part.of(!query.conditions().isEmpty(), found, query.limit());
  }

  /** All entries as JSON Lines. */
  void jsonLines(List<Long> indices, OutputStream out) throws IOException {
    each(
        indices,
        entries -> {
          for (var entry : entries) {
            out.write(line(entry));
          }
        });
  }

  /** All entries as a table. */
  void csv(List<Long> indices, CsvTable table, OutputStream out) throws IOException {
    out.write(table.header().getBytes(UTF_8));
    each(
        indices,
        entries -> {
          for (var entry : entries) {
            out.write(table.row(entry).getBytes(UTF_8));
          }
        });
  }

  /** What is disclosed beside each entry, nothing where it was erased. */
  void disclosures(Selection selection, OutputStream out) throws IOException {
    each(
        selection.indices(),
        entries -> {
          for (var entry : entries) {
            out.write(disclosures(entry, selection.scope()));
          }
        });
  }

  /** One line. */
  static byte[] disclosures(ExportedEntry entry, AuditScope scope) {
    return "{\"index\":%d,\"disclosures\":%s}\n"
        .formatted(entry.index(), entry.finding().disclosures(scope))
        .getBytes(UTF_8);
  }

  void each(List<Long> indices, Few work) throws IOException {
    for (var at = 0; at < indices.size(); at += AT_A_TIME) {
      work.take(store.entries(indices.subList(at, Math.min(indices.size(), at + AT_A_TIME))));
    }
  }

  /**
   * One line: JSON has line ends only between its parts, where a space says the same. The exact
   * bytes are in the receipts.
   */
  static byte[] line(ExportedEntry entry) {
    var body = entry.stored().body().toByteArray();
    var line = new byte[body.length + 1];
    for (var i = 0; i < body.length; i++) {
      line[i] = body[i] == '\n' || body[i] == '\r' ? (byte) ' ' : body[i];
    }
    line[body.length] = '\n';
    return line;
  }

  /** Length and digest of what is not kept. */
  private static final class Measured extends OutputStream {
    private final MessageDigest digest = Sha256.digest();
    private long length;

    @Override
    public void write(int octet) {
      digest.update((byte) octet);
      length++;
    }

    @Override
    public void write(byte[] bytes, int from, int count) {
      digest.update(bytes, from, count);
      length += count;
    }

    String sha256() {
      return Sha256.base64url(digest.digest());
    }
  }
}
