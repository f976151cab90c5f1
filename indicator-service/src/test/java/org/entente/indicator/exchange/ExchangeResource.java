package org.entente.indicator.exchange;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Starts the exchange once for all service tests and hands it to them.
public final class ExchangeResource implements QuarkusTestResourceLifecycleManager {
  private @Nullable Exchange exchange;

  @Override
  public Map<String, String> start() {
    Exchange started = Exchange.start();
    exchange = started;
    return started.configuration();
  }

  @Override
  public void inject(TestInjector injector) {
    injector.injectIntoFields(exchange, new TestInjector.MatchesType(Exchange.class));
  }

  @Override
  public void stop() {
    try {
      if (exchange != null) {
        exchange.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
