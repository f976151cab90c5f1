package org.entente.indicator.submission;

import jakarta.inject.Singleton;
import org.entente.indicator.act.Performance;
import org.entente.indicator.admission.Admission;
import org.entente.indicator.admission.Admitted;
import org.entente.indicator.audit.Receipt;
import org.entente.indicator.watch.Step;
import org.entente.indicator.watch.Steps;

/// Lets a submission take effect, once it is in the log; a second time it finds its first outcome.
@Singleton
final class Effects {
  private final Admission admission;
  private final Performance performance;
  private final Steps steps;
  private final Tally tally;

  Effects(Admission admission, Performance performance, Steps steps, Tally tally) {
    this.tally = tally;
    this.steps = steps;
    this.admission = admission;
    this.performance = performance;
  }

  Admitted of(Draft draft, Receipt receipt) {
    Admitted admitted = steps.take(Step.ADMIT, () -> effect(draft, receipt));
    tally.count(admitted);
    return admitted;
  }

  private Admitted effect(Draft draft, Receipt receipt) {
    return switch (draft.reading().content()) {
      case Content.Objects objects -> admission.admit(draft.recordedAs(receipt, objects));
      case Content.Acts acts -> performance.perform(draft.recordedAs(receipt, acts));
    };
  }
}
