package org.entente.audit.console;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.entente.audit.refusal.Refusal;
import org.entente.audit.search.Hit;
import org.entente.audit.search.Paged;

/** The pages, by the name of their file below {@code templates/console}. */
@CheckedTemplate(basePath = "console")
final class Templates {

  private Templates() {}

  static native TemplateInstance overview(Frame frame, Overview it);

  static native TemplateInstance search(Frame frame, Asked asked, Paged<Hit> page, String form);

  static native TemplateInstance seen(Frame frame, Sightings it);

  static native TemplateInstance did(Frame frame, Deeds it);

  static native TemplateInstance record(Frame frame, ShownRecord it);

  static native TemplateInstance reviews(Frame frame, ReviewList it);

  static native TemplateInstance review(Frame frame, ShownReview it);

  static native TemplateInstance months(Frame frame, ShownMonths.All it);

  static native TemplateInstance month(Frame frame, ShownMonths.One it);

  static native TemplateInstance error(Frame frame, Refusal refusal);

  static native TemplateInstance login(Frame frame, String location);

  static native TemplateInstance goodbye(Frame frame);
}
