package org.entente.e2e.scene;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/**
 * What {@code psql -qAt} is to a script where there is no psql: statements in, rows out, over one
 * connection. A statement ends with a line that ends with a semicolon.
 */
public final class SqlSession {

  private SqlSession() {}

  /**
   * Runs until its input ends.
   *
   * @param args JDBC URL and user
   */
  public static void main(String[] args) throws IOException, SQLException {
    var out = new PrintStream(System.out, true, UTF_8);
    try (var connection = DriverManager.getConnection(args[0], args[1], "");
        var in = new BufferedReader(new InputStreamReader(System.in, UTF_8))) {
      var statement = new StringBuilder();
      for (var line = in.readLine(); line != null; line = in.readLine()) {
        statement.append(line).append('\n');
        if (line.endsWith(";")) {
          answer(connection, statement.toString(), out);
          statement.setLength(0);
        }
      }
    }
  }

  private static void answer(Connection connection, String sql, PrintStream out)
      throws SQLException {
    try (var statement = connection.createStatement()) {
      if (statement.execute(sql)) {
        try (var rows = statement.getResultSet()) {
          while (rows.next()) {
            out.println(rows.getString(1));
          }
        }
      }
    }
  }
}
