package org.entente.gateway.partner;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import org.entente.agreement.Agreement;
import org.entente.agreement.AgreementFile;
import org.entente.agreement.AgreementHolder;
import org.entente.agreement.AgreementRejected;
import org.entente.agreement.AgreementRounds;
import org.entente.agreement.AgreementStanding;
import org.entente.kit.manifest.Revocation;
import org.jboss.logging.Logger;

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
  private final AgreementRounds rounds;
  private volatile Partners now;

  CurrentPartners(
      AgreementConfig config, Revocation revocation, Clock clock, Event<Partners> changed) {
    this.config = config;
    this.revocation = revocation;
    this.clock = clock;
    this.changed = changed;
    this.rounds = new AgreementRounds(new AgreementFile(config.file()));
    this.now = new Partners(rounds.first(), revocation, clock);
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

  /** How it stands with the file. */
  public AgreementStanding standing() {
    return rounds.standing();
  }

  void start(@Observes StartupEvent event) {
    LOG.infof("exchange file %s, digest %s", config.file(), rounds.first().digest());
    rounds.begin(config.lookEvery(), this);
  }

  void stop(@Observes ShutdownEvent event) {
    rounds.close();
  }

  @Override
  public void take(Agreement agreement) {
    var next = new Partners(agreement, revocation, clock);
    now = next;
    changed.fire(next);
    LOG.infof("exchange file changed, digest %s", agreement.digest());
  }

  @Override
  public void refuse(AgreementRejected rejected) {
    LOG.errorf("exchange file refused, what was agreed before stays:%n%s", rejected.getMessage());
  }

  @Override
  public void recover() {
    LOG.infof("exchange file as before, digest %s", now.agreement().digest());
  }

  @Override
  public void fail(RuntimeException fault) {
    LOG.error("exchange file not taken, the next look tries again", fault);
  }
}
