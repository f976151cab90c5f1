package org.entente.audit.sequence;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.entente.audit.console.Frame;

/**
 * Pages about numbers that are missing, by the name of their file below {@code templates/console}.
 */
@CheckedTemplate(basePath = "console")
final class GapsTemplates {

  private GapsTemplates() {}

  static native TemplateInstance gaps(Frame frame, ListedClients it);

  static native TemplateInstance missing(Frame frame, ClientView it);
}
