package org.entente.bench;

import java.sql.Connection;
import java.sql.SQLException;
import org.entente.local.exchange.Direction;
import org.entente.local.postgres.Postgres;

/** What a collection shows its audience, seen in the database. */
record PostgresReleases(Postgres postgres, Direction direction) {

  private static final String SHOWN =
      " FROM release WHERE collection = ?::uuid AND audience = ? AND latest";
  private static final String SELECT =
      "SELECT v.bytes FROM (SELECT date_added, object_version"
          + SHOWN
          + " AND date_added > ? ORDER BY date_added LIMIT ?) AS r"
          + " JOIN object_version v ON v.id = r.object_version ORDER BY r.date_added";

  int count() {
    return (int) number("SELECT count(*)" + SHOWN);
  }

  /** The time after which the second half of the objects was added. */
  long beforeHalf() {
    return beforeLast(count() / 2);
  }

  /** The time after which the last so many objects were added; microseconds since 1970. */
  long beforeLast(int objects) {
    return number(
        "SELECT date_added" + SHOWN + " ORDER BY date_added DESC OFFSET " + objects + " LIMIT 1");
  }

  /** Selecting the bytes of the same objects over one connection, without anything else. */
  Floor select(Plan plan, long after, int objects) {
    Limit limit = Limit.of(plan.floor());
    try (Connection connection = postgres.connect("indicators")) {
      ClosedLoop.run(1, limit, i -> select(connection, after, objects));
      Measured measured = ClosedLoop.run(1, limit, i -> select(connection, after, objects));
      return new Floor("bare selects, one connection", measured.rate(1));
    } catch (SQLException e) {
      throw new IllegalStateException("PostgreSQL does not work", e);
    }
  }

  private void select(Connection connection, long after, int objects) {
    try (var statement = connection.prepareStatement(SELECT)) {
      statement.setString(1, direction.id());
      statement.setString(2, direction.audience());
      statement.setLong(3, after);
      statement.setInt(4, objects);
      int found = 0;
      for (var rows = statement.executeQuery(); rows.next(); found++) {
        rows.getBytes(1);
      }
      if (found != objects) {
        throw new IllegalStateException("a page of " + found + " objects");
      }
    } catch (SQLException e) {
      throw new IllegalStateException("PostgreSQL does not select", e);
    }
  }

  private long number(String sql) {
    try (var connection = postgres.connect("indicators");
        var statement = connection.prepareStatement(sql)) {
      statement.setString(1, direction.id());
      statement.setString(2, direction.audience());
      var rows = statement.executeQuery();
      if (!rows.next()) {
        throw new IllegalStateException("the collection holds too little");
      }
      return rows.getLong(1);
    } catch (SQLException e) {
      throw new IllegalStateException("PostgreSQL does not answer", e);
    }
  }
}
