package org.entente.audit.sequencer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.DateTimeException;
import java.util.Optional;
import javax.sql.DataSource;
import org.entente.audit.tree.TreeDamaged;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A connection that was asked for the lead goes back to its pool as it came. */
@SuppressWarnings("NullAway.Init") // filled before each test
class PostgresTermTest extends PostgresTest {

  private static final int USUAL_MS = 12_345;

  private final Notary notary = new Notary(TestLog.KEYS, Clock.systemUTC());
  private TestLog log;
  private Connection pooled;

  @BeforeEach
  void a_log_and_a_pool_of_one_connection() throws Exception {
    log = TestLog.create(server);
    pooled = log.database().getConnection();
    pooled.setNetworkTimeout(Runnable::run, USUAL_MS);
  }

  @AfterEach
  void gone() throws Exception {
    pooled.close();
    log.close();
  }

  @Test
  void after_a_term() throws Exception {
    try (var _ = begin(pool()).orElseThrow()) {
      assertEquals(7_000, pooled.getNetworkTimeout());
    }
    assertEquals(USUAL_MS, pooled.getNetworkTimeout());
  }

  @Test
  void after_an_attempt_while_another_leads() throws Exception {
    try (var _ = begin(log.database()).orElseThrow()) {
      assertTrue(begin(pool()).isEmpty());
    }
    assertEquals(USUAL_MS, pooled.getNetworkTimeout());
  }

  @Test
  void after_an_attempt_that_failed() throws Exception {
    begin(log.database()).orElseThrow().close();
    log.execute("SET session_replication_role = replica; DELETE FROM checkpoint");

    assertThrows(TreeDamaged.class, () -> begin(pool()));

    assertEquals(USUAL_MS, pooled.getNetworkTimeout());
  }

  @Test
  void after_a_look_at_what_witnesses_remember_that_failed_as_nobody_foresaw() throws Exception {
    var term = begin(pool()).orElseThrow();

    assertThrows(
        DateTimeException.class,
        () ->
            term.require((_, _) -> {
              throw new DateTimeException("a time beyond all times");
            }));

    assertEquals(USUAL_MS, pooled.getNetworkTimeout());
    begin(log.database()).orElseThrow().close();
  }

  @Test
  void after_a_restoration_that_found_somebody_leading_and_one_that_did_not() throws Exception {
    try (var _ = begin(log.database()).orElseThrow()) {
      assertTrue(PostgresRecovery.begin(pooled).isEmpty());
      assertEquals(USUAL_MS, pooled.getNetworkTimeout());
    }
    PostgresRecovery.begin(pooled).orElseThrow().close();
    assertEquals(USUAL_MS, pooled.getNetworkTimeout());
  }

  private Optional<PostgresTerm> begin(DataSource source) throws SQLException {
    return PostgresTerm.begin(source, notary, Optional.empty());
  }

  /** Gives the connection out, and takes it back without closing it. */
  private DataSource pool() {
    var lent =
        proxy(
            Connection.class,
            (_, method, arguments) ->
                method.getName().equals("close") ? null : method.invoke(pooled, arguments));
    return proxy(DataSource.class, (_, _, _) -> lent);
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }
}
