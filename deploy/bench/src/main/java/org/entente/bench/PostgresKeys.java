package org.entente.bench;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.entente.local.postgres.Postgres;

/** By what a collection's objects are found, seen in the database. */
record PostgresKeys(Postgres postgres) {

  private static final Pattern ADDRESS = Pattern.compile("'(0x[0-9a-f]{40})'");
  private static final String SOME =
      "SELECT convert_from(bytes, 'UTF8') FROM object_version TABLESAMPLE SYSTEM (20)"
          + " WHERE type = 'indicator' LIMIT ?";
  private static final String DIGESTS =
      "SELECT digest FROM lookup_key TABLESAMPLE SYSTEM (20) LIMIT ?";
  private static final String PROBE =
      "SELECT k.object_version FROM unnest(?::uuid[]) AS d (digest)"
          + " JOIN lookup_key k ON k.digest = d.digest";

  /** So many addresses that somebody speaks of. */
  List<String> known(int number) {
    try (Connection connection = postgres.connect("indicators");
        var statement = connection.prepareStatement(SOME)) {
      statement.setInt(1, number);
      var found = new ArrayList<String>();
      for (var rows = statement.executeQuery(); rows.next(); ) {
        var address = ADDRESS.matcher(rows.getString(1));
        if (address.find()) {
          found.add(address.group(1));
        }
      }
      return found;
    } catch (SQLException e) {
      throw new IllegalStateException("PostgreSQL does not answer", e);
    }
  }

  /** So many addresses that nobody speaks of. */
  static List<String> unknown(int number) {
    var random = new SecureRandom();
    return IntStream.range(0, number)
        .mapToObj(_ -> {
          byte[] account = new byte[20];
          random.nextBytes(account);
          return "0x" + HexFormat.of().formatHex(account);
        })
        .toList();
  }

  /** Probing the index for as many keys over one connection, half of them there. */
  Floor probe(Plan plan, int keys) {
    Limit limit = Limit.of(plan.floor());
    try (Connection connection = postgres.connect("indicators")) {
      UUID[] digests = digests(connection, keys);
      ClosedLoop.run(1, limit, i -> probe(connection, digests));
      Measured measured = ClosedLoop.run(1, limit, i -> probe(connection, digests));
      return new Floor("bare index probes, one connection", measured.rate(keys));
    } catch (SQLException e) {
      throw new IllegalStateException("PostgreSQL does not work", e);
    }
  }

  private static UUID[] digests(Connection connection, int keys) throws SQLException {
    var digests = new ArrayList<UUID>();
    try (var statement = connection.prepareStatement(DIGESTS)) {
      statement.setInt(1, (keys + 1) / 2);
      for (var rows = statement.executeQuery(); rows.next(); ) {
        digests.add(rows.getObject(1, UUID.class));
      }
    }
    while (digests.size() < keys) {
      digests.add(UUID.randomUUID());
    }
    return digests.toArray(UUID[]::new);
  }

  private static void probe(Connection connection, UUID[] digests) {
    try (var statement = connection.prepareStatement(PROBE)) {
      statement.setArray(1, connection.createArrayOf("uuid", digests));
      for (var rows = statement.executeQuery(); rows.next(); ) {
        rows.getLong(1);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("PostgreSQL does not select", e);
    }
  }
}
