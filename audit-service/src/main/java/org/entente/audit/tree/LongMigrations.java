package org.entente.audit.tree;

import io.quarkus.flyway.FlywayConfigurationCustomizer;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.callback.BaseCallback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** Lets a migration take as long as it takes; all else over these connections is bounded. */
@Singleton
final class LongMigrations implements FlywayConfigurationCustomizer {

  private static final int FOR_EVER = 0;

  @Override
  public void customize(FluentConfiguration configuration) {
    configuration.callbacks(new Unbounded());
  }

  private static final class Unbounded extends BaseCallback {

    @Override
    public boolean supports(Event event, Context context) {
      return event == Event.BEFORE_EACH_MIGRATE;
    }

    @Override
    public void handle(Event event, Context context) {
      try {
        context.getConnection().setNetworkTimeout(Runnable::run, FOR_EVER);
      } catch (SQLException e) {
        throw new FlywayException(e);
      }
    }
  }
}
