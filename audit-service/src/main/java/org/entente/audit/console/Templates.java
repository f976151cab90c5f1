package org.entente.audit.console;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.entente.audit.refusal.Refusal;

/** The pages, by the name of their file below {@code templates/console}. */
@CheckedTemplate(basePath = "console")
final class Templates {

  private Templates() {}

  static native TemplateInstance overview(Frame frame, Overview it);

  static native TemplateInstance error(Frame frame, Refusal refusal);

  static native TemplateInstance login(Frame frame, String location);

  static native TemplateInstance goodbye(Frame frame);
}
