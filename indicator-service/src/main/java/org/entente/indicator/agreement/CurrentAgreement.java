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
import org.entente.agreement.AgreementStanding;
import org.entente.agreement.InForce;
import org.jboss.logging.Logger;

/// Keeps to the agreement in the file. Without one that can be used the service does not start;
/// later such a file changes nothing. Whoever observes [Agreement] is told before it is in force,
/// and what it throws keeps it from being so.
@Singleton
final class CurrentAgreement implements AgreementHolder {
  private static final Logger LOG = Logger.getLogger(CurrentAgreement.class);

  private final AgreementConfig config;
  private final AgreementRounds rounds;
  private final InForce agreements;
  private final Event<Agreement> coming;

  CurrentAgreement(AgreementConfig config, Event<Agreement> coming) {
    this.coming = coming;
    this.config = config;
    this.rounds = new AgreementRounds(new AgreementFile(config.file()));
    this.agreements = new InForce(rounds.first());
  }

  @Produces
  @Singleton
  InForce agreements() {
    return agreements;
  }

  AgreementStanding standing() {
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
    coming.fire(agreement);
    if (agreement.digest().equals(agreements.now().digest())) {
      recover(); // Another one was not taken; what was agreed before never ceased to be in force.
    } else {
      agreements.replace(agreement);
      LOG.infof("exchange file changed, digest %s", agreement.digest());
    }
  }

  @Override
  public void refuse(AgreementRejected rejected) {
    LOG.errorf("exchange file refused, what was agreed before stays:%n%s", rejected.getMessage());
  }

  @Override
  public void recover() {
    LOG.infof("exchange file as before, digest %s", agreements.now().digest());
  }

  @Override
  public void fail(RuntimeException fault) {
    LOG.error("exchange file not taken, the next look tries again", fault);
  }
}
