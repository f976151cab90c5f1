package org.entente.local.launcher;

import org.entente.local.exchange.Direction;
import org.entente.local.exchange.Exchange;
import org.entente.local.exchange.Member;
import org.entente.pki.CredentialFiles;

/** What a newcomer is shown once the exchange is up. */
record Welcome(Exchange exchange) {

  String text() {
    return "\nThe exchange is up.\n\n" + addresses() + "\n" + commands() + "\n" + console();
  }

  private String addresses() {
    return """
      sharing-gateway    %s/taxii2/
      indicator-service  %s (for the gateway only)
      audit-service      %s (for auditors)
      Keycloak           %s/realms/kr and /realms/eu
      witnesses          http://127.0.0.1:%d (Korea's), http://127.0.0.1:%d (the EU's)
      health             %s/health
      metrics            %s/metrics, %s/metrics, %s/metrics
      profiles           %s/<client>.properties
    """
        .formatted(
            exchange.gateway().url(),
            exchange.indicatorService().url(),
            exchange.auditService().url(),
            exchange.keycloak().url(),
            exchange.settings().ports().plain().witnesses().getFirst(),
            exchange.settings().ports().plain().witnesses().getLast(),
            exchange.gateway().managementUrl(),
            exchange.gateway().managementUrl(),
            exchange.indicatorService().managementUrl(),
            exchange.auditService().managementUrl(),
            exchange.folder());
  }

  private String commands() {
    var kit = "sharing-gateway/partner-kit/entente";
    return """
    Submit as Korea and pull as the EU, in another terminal:

      %s submit --profile %s --collection %s deploy/local/samples/bybit-2025.json
      %s pull --profile %s --collection %s
    """
        .formatted(
            kit,
            exchange.profile("kr-feed"),
            Direction.KOREA_TO_EU.id(),
            kit,
            exchange.profile("eu-feed"),
            Direction.KOREA_TO_EU.id());
  }

  private String console() {
    return """
    Look at the log in a browser:

      address       %s
      certificate   import %s (password %s) into the browser
      log in as     kr-inspector, or kr-joint-inspector who sees all; passwords in
                    %s

    Ctrl-C stops everything.
    """
        .formatted(
            exchange.consoleUrl(),
            exchange.pki().party(Member.KOREA.id()).client(Member.KOREA.auditor()).pkcs12(),
            CredentialFiles.PASSWORD,
            exchange.consoleUsers());
  }
}
