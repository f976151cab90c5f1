package org.entente.audit.review;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.entente.audit.review.State.Step;
import org.entente.audit.tree.PostgresLog;
import org.entente.audit.tree.PostgresRows;
import org.entente.audit.tree.StoredEntry;
import org.entente.log.LeafHash;
import org.entente.log.Octets;

/**
 * Reviews, each read together with the records it names, so that what is stored is never shown
 * without what the log says of it. Thread-safe.
 */
@Singleton
public final class PostgresReviews {

  private static final String REVIEW =
      """
      SELECT review.id, owner, tree_size, root, entries, query, salt, note, opened_idx,
             signed_idx, withdrawn_idx,
             opened.leaf_hash AS opened_leaf, opened.body AS opened_body,
             (SELECT disclosures FROM disclosure WHERE idx = opened_idx) AS opened_personal,
             ended.leaf_hash AS ended_leaf, ended.body AS ended_body,
             (SELECT disclosures FROM disclosure WHERE idx = ended.idx) AS ended_personal,
             last_signed, last_withdrawn, last_is_old
      FROM review
      LEFT JOIN entry AS opened ON opened.idx = opened_idx
      LEFT JOIN entry AS ended ON ended.idx = coalesce(signed_idx, withdrawn_idx)
      CROSS JOIN LATERAL (
        SELECT max(entry.idx) FILTER (WHERE operation = 'review.sign') AS last_signed,
               max(entry.idx) FILTER (WHERE operation = 'review.withdraw') AS last_withdrawn,
               max(sequenced_ms) FILTER (WHERE operation IN ('review.sign', 'review.withdraw'))
                 < (SELECT sequenced_ms - 60000 FROM log_state) AS last_is_old
        FROM entry_object JOIN entry USING (idx)
        WHERE object_id = 'review--' || review.id AND outcome = 'allowed') AS last
      """;
  private static final String ONE = REVIEW + "WHERE review.id = ? AND owner = ANY (?)";
  private static final String LOCKED = ONE + " FOR UPDATE OF review";
  private static final String OPENED =
      REVIEW + "WHERE opened_idx >= ? AND opened_idx < ? ORDER BY opened_idx LIMIT ?";
  private static final String LIST =
      REVIEW + "WHERE owner = ANY (?) AND opened_idx < ? AND %s ORDER BY opened_idx DESC LIMIT ?";

  // Three days fewer than it must be, since times may have offsets.
  private static final String OF_MONTHS =
      " AND query ~ '^(from=[^&]*)?&?(to=[^&]*)?$' AND coalesce(%s - %s >= 28, true)"
          .formatted(day("to"), day("from"));

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
    return PostgresRows.first(connection, sql, PostgresReviews::review, id, names(owners));
  }

  /** Those opened before this entry, newest first. */
  List<Review> list(List<Owner> owners, State state, long before, int most) {
    return list(in(state), owners, before, most);
  }

  private List<Review> list(String which, List<Owner> owners, long before, int most) {
    return log.read(
        "listing reviews",
        connection ->
            PostgresRows.all(
                connection,
                LIST.formatted(which),
                PostgresReviews::review,
                names(owners),
                before,
                most));
  }

  private static String in(State state) {
    return switch (state) {
      case OPEN -> "signed_idx IS NULL AND withdrawn_idx IS NULL";
      case SIGNED -> "signed_idx IS NOT NULL";
      case WITHDRAWN -> "withdrawn_idx IS NOT NULL";
    };
  }

  /** The newest signed ones of exactly this owner, as far as their records bear them out. */
  List<Review> signed(Owner owner, int most) {
    return sound(in(State.SIGNED), owner, most);
  }

  /**
   * Of these, those that ask for nothing but a time, and for one in which a whole month fits: who
   * reviews each day does not push its months out.
   */
  List<Review> signedOfMonths(Owner owner, int most) {
    return sound(in(State.SIGNED) + OF_MONTHS, owner, most);
  }

  /** The number of a day if all months had 31; of no text an error, as that of a date can be. */
  private static String day(String name) {
    return """
    (substring(query FROM '$=([0-9]{4})')::int * 372
     + substring(query FROM '$=[0-9]{4}-([0-9]{2})')::int * 31
     + substring(query FROM '$=[0-9]{4}-[0-9]{2}-([0-9]{2})')::int)\
    """
        .replace("$", name);
  }

  private List<Review> sound(String which, Owner owner, int most) {
    return list(which, List.of(owner), Long.MAX_VALUE, most).stream()
        .filter(review -> review.fit() == Fit.SOUND)
        .toList();
  }

  /**
   * Those opened by entries of this stretch that are not what the log says of them, or whose entry
   * there is not.
   *
   * @param most rows to be looked at
   */
  public static List<Review> unfit(Connection connection, long from, long to, int most)
      throws SQLException {
    PostgresRows.Row<Optional<Review>> unfit =
        row -> {
          var nowhere = row.getObject("opened_leaf") == null;
          return Optional.of(review(row)).filter(review -> nowhere || review.fit().isDamage());
        };
    return PostgresRows.all(connection, OPENED, unfit, from, to, most).stream()
        .flatMap(Optional::stream)
        .toList();
  }

  private static Object names(List<Owner> owners) {
    return owners.stream().map(Owner::name).toArray(String[]::new);
  }

  private static Review review(ResultSet row) throws SQLException {
    var stored = stored(row);
    return Review.of(
        stored,
        record(row, "opened", stored.opening()),
        stored.end().isPresent()
            ? record(row, "ended", stored.end().get().index())
            : Optional.empty(),
        Stream.of(
                step(row, State.SIGNED, "last_signed"),
                step(row, State.WITHDRAWN, "last_withdrawn"))
            .flatMap(Optional::stream)
            .max(Comparator.comparingLong(Step::index)),
        row.getBoolean("last_is_old"));
  }

  private static StoredReview stored(ResultSet row) throws SQLException {
    var query = row.getString("query");
    var salt = row.getString("salt");
    var withdrawn = step(row, State.WITHDRAWN, "withdrawn_idx");
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
        step(row, State.SIGNED, "signed_idx").or(() -> withdrawn));
  }

  private static Optional<Step> step(ResultSet row, State state, String column)
      throws SQLException {
    var index = row.getLong(column);
    return row.wasNull() ? Optional.empty() : Optional.of(new Step(state, index));
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
