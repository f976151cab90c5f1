package org.entente.indicator.withdrawal;

import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import org.entente.indicator.paging.PageRequest;
import org.entente.indicator.store.PostgresSession;

/// Reads what was withdrawn from one audience of one collection: a range of one index.
@Singleton
final class PostgresWithdrawals {
  private static final String PAGE =
      """
      SELECT stix_id, version, type, date_withdrawn, reason FROM withdrawal
      WHERE collection = ? AND audience = ? AND date_withdrawn > ?
      ORDER BY date_withdrawn LIMIT ?
      """;

  private final PostgresSession session;

  PostgresWithdrawals(PostgresSession session) {
    this.session = session;
  }

  /// A page, and one more if something follows.
  List<Withdrawal> page(PageRequest page) {
    return session.call(connection -> {
      try (PreparedStatement statement = connection.prepareStatement(PAGE)) {
        statement.setObject(1, page.place().collection());
        statement.setString(2, page.place().audience());
        statement.setLong(3, page.after());
        statement.setInt(4, page.limit() + 1);
        List<Withdrawal> found = new ArrayList<>();
        ResultSet rows = statement.executeQuery();
        while (rows.next()) {
          found.add(
              new Withdrawal(
                  rows.getString("stix_id"),
                  rows.getString("version"),
                  rows.getString("type"),
                  rows.getLong("date_withdrawn"),
                  rows.getString("reason")));
        }
        return found;
      }
    });
  }
}
