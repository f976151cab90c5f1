package org.entente.audit.export;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.entente.audit.console.Frame;

/** Pages about exports, by the name of their file below {@code templates/console}. */
@CheckedTemplate(basePath = "console")
final class ExportTemplates {

  private ExportTemplates() {}

  static native TemplateInstance export(Frame frame, Offer it);
}
