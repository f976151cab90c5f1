package org.entente.e2e.scene;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives test classes the exchange they all share. It is started for the first of them, put back on
 * its feet after every test, and ended with the test run, whatever failed.
 */
public final class OneExchange implements ParameterResolver, AfterEachCallback {

  private static final ExtensionContext.Namespace PLACE =
      ExtensionContext.Namespace.create(OneExchange.class);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Scene.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return attempt(context).scene();
  }

  @Override
  public void afterEach(ExtensionContext context) {
    attempt(context).scene().heal();
  }

  private static Attempt attempt(ExtensionContext context) {
    return context
        .getStore(StoreScope.LAUNCHER_SESSION, PLACE)
        .computeIfAbsent(Attempt.class, _ -> Attempt.start(), Attempt.class);
  }

  /** A failed start is kept: the other classes need not wait for it once more. */
  private record Attempt(@Nullable Scene started, @Nullable RuntimeException failure)
      implements AutoCloseable {

    static Attempt start() {
      try {
        return new Attempt(Scene.start(), null);
      } catch (RuntimeException e) {
        return new Attempt(null, e);
      }
    }

    Scene scene() {
      if (started == null) {
        throw new IllegalStateException("The exchange did not start, nothing was tested.", failure);
      }
      return started;
    }

    @Override
    public void close() {
      if (started != null) {
        started.close();
      }
    }
  }
}
