package org.entente.audit.sequencer;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.junit.jupiter.api.extension.ExtendWith;

/** Tests of the sequencer against a real server; each test has a schema of its own. */
@ExtendWith(PostgresServer.class)
@SuppressWarnings("NullAway.Init") // filled before the first test
public class PostgresTest {

  public static EmbeddedPostgres server;
}
