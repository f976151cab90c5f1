package org.entente.gateway.exchange;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Starts the surroundings once for all tests and hands them to fields of their type. */
public final class AroundTheGateway implements QuarkusTestResourceLifecycleManager {

  private @Nullable Surroundings surroundings;

  @Override
  public Map<String, String> start() {
    try {
      surroundings = new Surroundings();
      return surroundings.config();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void stop() {
    if (surroundings != null) {
      try {
        surroundings.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  @Override
  public void inject(TestInjector testInjector) {
    testInjector.injectIntoFields(surroundings, new TestInjector.MatchesType(Surroundings.class));
  }
}
