package org.entente.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.stream.IntStream;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.entente.local.exchange.Direction;
import org.entente.local.exchange.Exchange;

/** What this machine could do at best, measured in the same run: nothing around the bare work. */
record Floors(Exchange exchange) {

  private static final String ECDSA = "SHA256withPLAIN-ECDSA";

  /** Verifying one ES256 signature over 3 kB, on all cores. */
  Measured signatureVerification(int count) {
    var provider = new BouncyCastleProvider();
    byte[] input = Warnings.envelope(4);
    try {
      var generator = KeyPairGenerator.getInstance("EC", provider);
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      var pair = generator.generateKeyPair();
      Signature signer = Signature.getInstance(ECDSA, provider);
      signer.initSign(pair.getPrivate());
      signer.update(input);
      byte[] signature = signer.sign();
      return ClosedLoop.run(
          Runtime.getRuntime().availableProcessors(),
          count,
          i -> verify(pair.getPublic(), input, signature, provider));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Inserting rows of the same bytes into the same PostgreSQL, a batch per commit. */
  Measured batchInsert(String database, int batches, int rows, String row) {
    byte[][] bytes =
        IntStream.range(0, rows).mapToObj(i -> row.getBytes(UTF_8)).toArray(byte[][]::new);
    try (Connection connection = exchange.postgres().connect(database)) {
      connection.setAutoCommit(false);
      execute(connection, "CREATE TABLE IF NOT EXISTS bench_floor (id bigint, body bytea)");
      connection.commit();
      Measured measured =
          ClosedLoop.run(1, batches, i -> insert(connection, (long) i * rows, bytes));
      execute(connection, "DROP TABLE bench_floor");
      connection.commit();
      return measured;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Selecting the bytes of 100 released objects by key, over one connection. */
  Measured pageSelect(int count, long after) {
    try (Connection connection = exchange.postgres().connect("indicators")) {
      return ClosedLoop.run(1, count, i -> select(connection, after));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void select(Connection connection, long after) {
    String sql =
        "SELECT v.bytes FROM release r JOIN object_version v ON v.id = r.object_version"
            + " WHERE r.collection = ?::uuid AND r.audience = 'eu' AND r.latest"
            + " AND r.date_added > ? ORDER BY r.date_added LIMIT 100";
    try (var statement = connection.prepareStatement(sql)) {
      statement.setString(1, Direction.KOREA_TO_EU.id());
      statement.setLong(2, after);
      try (var rows = statement.executeQuery()) {
        while (rows.next()) {
          rows.getBytes(1);
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void insert(Connection connection, long first, byte[][] bytes) {
    String sql =
        "INSERT INTO bench_floor SELECT ? + o, b FROM unnest(?::bytea[]) WITH ORDINALITY AS t(b, o)";
    try (var statement = connection.prepareStatement(sql)) {
      statement.setLong(1, first);
      statement.setArray(2, connection.createArrayOf("bytea", bytes));
      statement.executeUpdate();
      connection.commit();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static void verify(
      PublicKey key, byte[] input, byte[] signature, BouncyCastleProvider provider) {
    try {
      Signature verifier = Signature.getInstance(ECDSA, provider);
      verifier.initVerify(key);
      verifier.update(input);
      if (!verifier.verify(signature)) {
        throw new IllegalStateException("a good signature was refused");
      }
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
