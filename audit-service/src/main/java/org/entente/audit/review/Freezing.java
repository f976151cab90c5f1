package org.entente.audit.review;

import jakarta.inject.Singleton;
import org.entente.audit.search.Indexing;
import org.entente.audit.search.PostgresSearch;
import org.entente.audit.tree.PostgresLog;
import org.entente.audit.tree.StoredCheckpoint;
import org.entente.audit.visibility.AuditScope;
import org.entente.log.Checkpoint;
import org.entente.log.Octets;

/** Takes the newest signed checkpoint, and counts what a search finds below it. Thread-safe. */
@Singleton
final class Freezing {

  /** Steps of the search index that somebody waits for. */
  private static final int STEPS_WAITED_FOR = 10;

  private final PostgresLog log;
  private final Indexing indexing;
  private final PostgresSearch search;

  Freezing(PostgresLog log, Indexing indexing, PostgresSearch search) {
    this.log = log;
    this.indexing = indexing;
    this.search = search;
  }

  /**
   * The log as it is now.
   *
   * @throws ReviewRefused when the search index is too far behind to say what there is
   */
  Frozen of(ReviewQuery query, AuditScope scope) {
    var note = log.read("freezing a checkpoint", connection -> StoredCheckpoint.latest(connection));
    var checkpoint = Checkpoint.parse(note.signed().text());
    awaitCounted(checkpoint.size());
    var found = search.indices(query.search(), scope, checkpoint.size()).size();
    return new Frozen(
        checkpoint.size(), Octets.of(checkpoint.root().toByteArray()).base64(), found);
  }

  private void awaitCounted(long size) {
    for (var i = 0; i < STEPS_WAITED_FOR; i++) {
      if (indexing.catchUp() >= size) {
        return;
      }
    }
    throw ReviewRefused.early();
  }
}
