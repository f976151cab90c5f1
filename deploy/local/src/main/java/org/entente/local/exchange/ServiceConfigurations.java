package org.entente.local.exchange;

import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.entente.local.postgres.Postgres;
import org.entente.pki.Pki;

/**
 * What each service is told. Its certificate, addresses and where the agreement stands are all it
 * takes; the rest is in the agreement and in the services themselves.
 *
 * @param agreement {@code exchange.yaml}
 */
record ServiceConfigurations(
    Path agreement, Pki pki, Ports ports, Postgres postgres, LogIdentity log) {

  private static final String SERVICES = "entente.service-revocation.sources[0].";
  private static final String INTERVAL = "entente.revocation.interval";
  private static final String OFTEN = "2s";

  /** Where a replica of the audit-service is reached by the others. */
  static final String ADDRESS = "entente.log.address";

  Configuration gateway() {
    var own = pki.service(Pki.GATEWAY);
    return new Configuration()
        .listen(ports.gateway())
        .own("door", own)
        .tls("inside", own, pki.exchangeAnchor())
        .agreement(agreement)
        .set(INTERVAL, OFTEN)
        .set("entente.api-root", apiRoot())
        .set("quarkus.rest-client.indicator-service.url", url(ports.indicatorService()))
        .set("quarkus.rest-client.audit-service.url", url(ports.auditService()));
  }

  Configuration indicatorService() {
    var own = pki.service(Pki.INDICATOR_SERVICE);
    return serviceList(database(new Configuration(), "indicators"))
        .listen(ports.indicatorService())
        .tls("inside", own, pki.exchangeAnchor())
        .tls("audit", own, pki.exchangeAnchor())
        .agreement(agreement)
        .set("quarkus.rest-client.audit-service.url", url(ports.auditService()))
        .set("entente.cursor.key-file", CursorKey.in(agreement.resolveSibling("")))
        .set("entente.service-anchors", pki.exchangeAnchor())
        .set("entente.callers", "urn:entente:service:" + Pki.GATEWAY);
  }

  Configuration auditService() {
    var own = pki.service(Pki.AUDIT_SERVICE);
    return serviceList(database(new Configuration(), "audit"))
        .listen(ports.auditService())
        .own("inside", own)
        .own("login", own)
        .agreement(agreement)
        .set("entente.log.origin", LogIdentity.ORIGIN)
        .set(ADDRESS, ports.auditService().address())
        .set("entente.log.ed25519-key", log.ed25519())
        .set("entente.log.ml-dsa-44-key", log.mlDsa44())
        .set("entente.log.former-keys", log.former())
        .set("entente.witness.policy", log.policy())
        .set("entente.timestamp.every", "10s") // nobody watches a local run for hours
        .set("entente.console.secret-file", ConsoleUsers.secretIn(agreement.resolveSibling("")))
        .set("entente.service-anchors", pki.exchangeAnchor())
        .set("entente.callers", services(Pki.GATEWAY, Pki.INDICATOR_SERVICE));
  }

  /** Where the exchange's own authority lists the certificates of services that it revoked. */
  private Configuration serviceList(Configuration configuration) {
    return configuration
        .set(SERVICES + "authority", pki.exchangeAnchor())
        .set(SERVICES + "file", pki.revokedServices().file())
        .set(INTERVAL, OFTEN);
  }

  private static String services(String... names) {
    return Stream.of(names)
        .map(name -> "urn:entente:service:" + name)
        .collect(Collectors.joining(","));
  }

  /** The API root partners know, hence the audience of their manifests. */
  String apiRoot() {
    return url(ports.gateway()) + "/taxii2/exchange/";
  }

  private Configuration database(Configuration configuration, String name) {
    return configuration
        .set("quarkus.datasource.jdbc.url", postgres.jdbcUrl(name))
        .set("quarkus.datasource.username", name)
        .set("quarkus.datasource.password", postgres.password(name));
  }

  static String url(Ports.Pair ports) {
    return "https://localhost:" + ports.main();
  }
}
