package org.entente.gateway.partner;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.entente.agreement.Agreement;
import org.entente.agreement.AgreementFile;
import org.entente.agreement.AgreementHolder;
import org.entente.agreement.AgreementRejected;
import org.entente.agreement.AgreementRounds;
import org.entente.agreement.AgreementWatch;
import org.entente.kit.manifest.Revocation;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The partners under the agreement that is in force now. Without a file that can be used the
 * gateway does not start; later such a file changes nothing. Each change is told to whoever
 * observes {@link Partners}, after it is in force. Thread-safe.
 */
@ApplicationScoped
public class CurrentPartners implements AgreementHolder {

  private static final Logger LOG = Logger.getLogger(CurrentPartners.class);
  private static final String KEY = Partners.class.getName();

  private final AgreementConfig config;
  private final Revocation revocation;
  private final Clock clock;
  private final Event<Partners> changed;
  private final AgreementStanding standing;
  private volatile Partners now;
  private @Nullable AgreementRounds rounds;

  CurrentPartners(
      AgreementConfig config,
      Revocation revocation,
      Clock clock,
      Event<Partners> changed,
      AgreementStanding standing) {
    this.config = config;
    this.revocation = revocation;
    this.clock = clock;
    this.changed = changed;
    this.standing = standing;
    this.now = new Partners(new AgreementFile(config.file()).read(), revocation, clock);
  }

  /** The partners now, for what is no request's. */
  public Partners now() {
    return now;
  }

  /** The partners of a request: those of the moment it was first asked for. */
  public Partners of(RoutingContext context) {
    Partners known = context.get(KEY);
    if (known != null) {
      return known;
    }
    Partners current = now;
    context.put(KEY, current);
    return current;
  }

  /** As the readiness answer tells it. */
  public HealthCheckResponse standing() {
    return standing.told();
  }

  void start(@Observes StartupEvent event) {
    standing.taken(now.agreement());
    LOG.infof("exchange file %s, digest %s", config.file(), now.agreement().digest());
    var watch = new AgreementWatch(new AgreementFile(config.file()), now.agreement());
    rounds = AgreementRounds.start(watch, config.lookEvery(), this);
  }

  void stop(@Observes ShutdownEvent event) {
    if (rounds != null) {
      rounds.close();
    }
  }

  @Override
  public void take(Agreement agreement) {
    var next = new Partners(agreement, revocation, clock);
    now = next;
    changed.fire(next);
    standing.taken(agreement);
    LOG.infof("exchange file changed, digest %s", agreement.digest());
  }

  @Override
  public void refuse(AgreementRejected rejected) {
    standing.refused(rejected);
    LOG.errorf("exchange file refused, what was agreed before stays:%n%s", rejected.getMessage());
  }

  @Override
  public void recover() {
    standing.taken(now.agreement());
    LOG.infof("exchange file as before, digest %s", now.agreement().digest());
  }

  @Override
  public void fail(RuntimeException fault) {
    standing.failed(fault);
    LOG.error("exchange file not taken, the next look tries again", fault);
  }
}
