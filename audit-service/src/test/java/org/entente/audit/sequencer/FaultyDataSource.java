package org.entente.audit.sequencer;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Real connections to which accidents can happen: each statement and COMMIT passes through here,
 * and an armed fault strikes once.
 */
final class FaultyDataSource {

  private static final Object[] NONE = {};

  private final DataSource real;
  private final AtomicReference<@Nullable Fault> armed = new AtomicReference<>();
  private final CountDownLatch struck = new CountDownLatch(1);
  private final UnaryOperator<String> rewriting;
  private final AtomicInteger sent = new AtomicInteger();
  private Runnable beforeCommit = () -> {};

  FaultyDataSource(DataSource real) {
    this(real, UnaryOperator.identity());
  }

  /**
   * @param rewriting applied to plain statements before they are sent
   */
  FaultyDataSource(DataSource real, UnaryOperator<String> rewriting) {
    this.real = real;
    this.rewriting = rewriting;
  }

  /** Runs this before every COMMIT. */
  FaultyDataSource beforeCommit(Runnable action) {
    beforeCommit = action;
    return this;
  }

  DataSource asDataSource() {
    return proxy(
        DataSource.class,
        (_, method, arguments) -> {
          var result = call(real, method, arguments);
          return result instanceof Connection connection ? wrap(connection) : result;
        });
  }

  void arm(Fault fault) {
    armed.set(fault);
  }

  /** Statements and commits so far. */
  int sent() {
    return sent.get();
  }

  boolean hasStruck() {
    return struck.getCount() == 0;
  }

  private Connection wrap(Connection connection) {
    return proxy(
        Connection.class,
        (_, method, arguments) ->
            switch (method.getName()) {
              case "commit" -> {
                beforeCommit.run();
                yield faulty(connection, Fault.COMMIT, method, connection, NONE);
              }
              case "prepareStatement" ->
                  wrap(
                      PreparedStatement.class,
                      (PreparedStatement)
                          Objects.requireNonNull(call(connection, method, arguments)),
                      connection,
                      String.valueOf(arguments[0]));
              case "createStatement" ->
                  wrap(
                      Statement.class,
                      (Statement) Objects.requireNonNull(call(connection, method, arguments)),
                      connection,
                      "");
              default -> call(connection, method, arguments);
            });
  }

  private <T extends Statement> T wrap(Class<T> type, T statement, Connection on, String prepared) {
    return proxy(
        type,
        (_, method, arguments) -> {
          if (!method.getName().startsWith("execute")) {
            return call(statement, method, arguments);
          }
          if (arguments.length > 0) {
            arguments[0] = rewriting.apply(String.valueOf(arguments[0]));
          }
          var sql = arguments.length > 0 ? String.valueOf(arguments[0]) : prepared;
          return faulty(on, sql, method, statement, arguments);
        });
  }

  private @Nullable Object faulty(
      Connection on, String sql, Method method, Object target, Object[] arguments)
      throws Throwable {
    sent.incrementAndGet();
    var fault = armed.get();
    if (fault == null || !fault.strikes(sql) || !armed.compareAndSet(fault, null)) {
      return call(target, method, arguments);
    }
    try {
      return strike(fault.kind(), on, () -> call(target, method, arguments));
    } finally {
      struck.countDown();
    }
  }

  private interface Action {
    @Nullable Object run() throws Throwable;
  }

  private @Nullable Object strike(Fault.Kind kind, Connection on, Action action) throws Throwable {
    switch (kind) {
      case DISK_FULL -> throw new SQLException("could not extend file", "53100");
      case BACKEND_KILLED -> kill();
      case SOCKET_CUT -> on.abort(Runnable::run);
      case ANSWER_LOST -> {
        action.run();
        on.abort(Runnable::run);
        throw new SQLException("the answer was lost", "08006");
      }
      case PROCESS_GONE -> {
        action.run();
        on.abort(Runnable::run);
        throw new ProcessGone();
      }
    }
    return action.run();
  }

  /** Ends the sequencer's thread without a chance to clean up. */
  static final class ProcessGone extends Error {
    ProcessGone() {
      super("the process is gone", null, false, false);
    }
  }

  /** Ends the server processes of all our connections; there is one at a time. */
  private void kill() throws SQLException {
    try (var admin = real.getConnection();
        var statement = admin.createStatement()) {
      // The second argument waits until the process has ended.
      statement.execute(
          "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity"
              + " WHERE datname = current_database() AND pid <> pg_backend_pid()");
    }
  }

  private static @Nullable Object call(Object target, Method method, Object @Nullable [] arguments)
      throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw Objects.requireNonNull(e.getCause());
    }
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    InvocationHandler withArguments =
        (proxy, method, arguments) ->
            handler.invoke(proxy, method, arguments == null ? NONE : arguments);
    return type.cast(
        Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, withArguments));
  }
}
