package org.entente.audit.review;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.entente.audit.tree.PostgresLog;
import org.entente.audit.tree.StoredEntry;
import org.entente.log.LeafHash;
import org.entente.log.Octets;

/**
 * Reviews, each read together with the records it names, so that what is stored is never shown
 * without what the log says of it. Thread-safe.
 */
@Singleton
final class PostgresReviews {

  private static final String REVIEW =
      """
      SELECT review.id, owner, tree_size, root, entries, query, salt, note, opened_idx, signed_idx,
             opened.leaf_hash AS opened_leaf, opened.body AS opened_body,
             (SELECT disclosures FROM disclosure WHERE idx = opened_idx) AS opened_personal,
             signed.leaf_hash AS signed_leaf, signed.body AS signed_body,
             (SELECT disclosures FROM disclosure WHERE idx = signed_idx) AS signed_personal,
             (SELECT max(entry.idx) FROM entry_object JOIN entry USING (idx)
              WHERE object_id = 'review--' || review.id
                AND operation = 'review.sign' AND outcome = 'allowed') AS last_signed
      FROM review
      LEFT JOIN entry AS opened ON opened.idx = opened_idx
      LEFT JOIN entry AS signed ON signed.idx = signed_idx
      """;
  private static final String ONE = REVIEW + "WHERE review.id = ? AND owner = ANY (?)";
  private static final String LOCKED = ONE + " FOR UPDATE OF review";
  private static final String LIST =
      REVIEW
          + """
          WHERE owner = ANY (?) AND opened_idx < ? AND (signed_idx IS NULL) = ?
          ORDER BY opened_idx DESC LIMIT ?
          """;

  private final PostgresLog log;

  PostgresReviews(PostgresLog log) {
    this.log = log;
  }

  Optional<Review> find(UUID id, List<Owner> owners) {
    return log.read("reading a review", connection -> one(connection, ONE, id, owners));
  }

  /** The same, until the end of the transaction nobody else's to change. */
  static Optional<Review> lock(Connection connection, UUID id, List<Owner> owners)
      throws SQLException {
    return one(connection, LOCKED, id, owners);
  }

  private static Optional<Review> one(
      Connection connection, String sql, UUID id, List<Owner> owners) throws SQLException {
    return reviews(connection, sql, id, names(connection, owners)).stream().findFirst();
  }

  /** Those opened before this entry, newest first. */
  List<Review> list(List<Owner> owners, Review.State state, long before, int most) {
    var open = state == Review.State.OPEN;
    return log.read(
        "listing reviews",
        connection -> reviews(connection, LIST, names(connection, owners), before, open, most));
  }

  /** The newest signed ones of exactly this owner, as far as their records bear them out. */
  List<Review> signed(Owner owner, int most) {
    return list(List.of(owner), Review.State.SIGNED, Long.MAX_VALUE, most).stream()
        .filter(review -> review.fit() == Fit.SOUND)
        .toList();
  }

  private static Object names(Connection connection, List<Owner> owners) throws SQLException {
    return connection.createArrayOf("text", owners.stream().map(Owner::name).toArray());
  }

  private static List<Review> reviews(Connection connection, String sql, Object... values)
      throws SQLException {
    try (var select = connection.prepareStatement(sql)) {
      for (var i = 0; i < values.length; i++) {
        select.setObject(i + 1, values[i]);
      }
      var reviews = new ArrayList<Review>();
      try (var rows = select.executeQuery()) {
        while (rows.next()) {
          reviews.add(review(rows));
        }
      }
      return reviews;
    }
  }

  private static Review review(ResultSet row) throws SQLException {
    var stored = stored(row);
    return Review.of(
        stored,
        record(row, "opened", stored.opening()),
        stored.signing().isPresent()
            ? record(row, "signed", stored.signing().get())
            : Optional.empty(),
        optional(row, "last_signed"));
  }

  private static StoredReview stored(ResultSet row) throws SQLException {
    var query = row.getString("query");
    var salt = row.getString("salt");
    return new StoredReview(
        row.getObject("id", UUID.class),
        new Owner(row.getString("owner")),
        new Frozen(
            row.getLong("tree_size"),
            Octets.of(row.getBytes("root")).base64(),
            row.getInt("entries")),
        query == null || salt == null
            ? Optional.empty()
            : Optional.of(new StoredReview.Words(query, salt)),
        Optional.ofNullable(row.getString("note")),
        row.getLong("opened_idx"),
        optional(row, "signed_idx"));
  }

  private static Optional<Long> optional(ResultSet row, String column) throws SQLException {
    var number = row.getLong(column);
    return row.wasNull() ? Optional.empty() : Optional.of(number);
  }

  private static Optional<ReviewRecord> record(ResultSet row, String which, long index)
      throws SQLException {
    var leaf = row.getBytes(which + "_leaf");
    return leaf == null
        ? Optional.empty()
        : ReviewRecord.of(
            new StoredEntry(index, LeafHash.of(leaf), Octets.of(row.getBytes(which + "_body")), ""),
            Objects.requireNonNullElse(row.getString(which + "_personal"), ""));
  }
}
