package org.entente.indicator.agreement;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.entente.agreement.Agreement;
import org.entente.agreement.AgreementFile;
import org.entente.agreement.AgreementHolder;
import org.entente.agreement.AgreementRejected;
import org.entente.agreement.AgreementRounds;
import org.entente.agreement.AgreementWatch;
import org.entente.agreement.InForce;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Keeps to the agreement in the file. Without one that can be used the service does not start;
/// later such a file changes nothing. Whoever observes [Agreement] is told before it is in force,
/// and what it throws keeps it from being so.
@Singleton
final class CurrentAgreement implements AgreementHolder {
  private static final Logger LOG = Logger.getLogger(CurrentAgreement.class);

  private final AgreementConfig config;
  private final AgreementStanding standing;
  private final InForce agreements;
  private final Event<Agreement> coming;
  private @Nullable AgreementRounds rounds;

  CurrentAgreement(AgreementConfig config, AgreementStanding standing, Event<Agreement> coming) {
    this.coming = coming;
    this.config = config;
    this.standing = standing;
    this.agreements = new InForce(new AgreementFile(config.file()).read());
  }

  @Produces
  @Singleton
  InForce agreements() {
    return agreements;
  }

  void start(@Observes StartupEvent event) {
    Agreement first = agreements.now();
    standing.taken(first);
    LOG.infof("exchange file %s, digest %s", config.file(), first.digest());
    AgreementWatch watch = new AgreementWatch(new AgreementFile(config.file()), first);
    rounds = AgreementRounds.start(watch, config.lookEvery(), this);
  }

  void stop(@Observes ShutdownEvent event) {
    if (rounds != null) {
      rounds.close();
    }
  }

  @Override
  public void take(Agreement agreement) {
    coming.fire(agreement);
    agreements.replace(agreement);
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
    standing.taken(agreements.now());
    LOG.infof("exchange file as before, digest %s", agreements.now().digest());
  }

  @Override
  public void fail(RuntimeException fault) {
    standing.failed(fault);
    LOG.error("exchange file not taken, the next look tries again", fault);
  }
}
