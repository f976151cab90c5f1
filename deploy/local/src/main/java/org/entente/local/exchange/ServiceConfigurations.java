package org.entente.local.exchange;

import java.util.List;
import org.entente.local.keycloak.Keycloak;
import org.entente.local.postgres.Postgres;
import org.entente.pki.Pki;

/**
 * What each service is told. Certificates, anchors, addresses and members are all it takes; the
 * rest is in the services themselves.
 */
record ServiceConfigurations(
    Pki pki, Ports ports, Postgres postgres, Keycloak keycloak, LogIdentity log) {

  private static final List<Direction> DIRECTIONS =
      List.of(Direction.KOREA_TO_EU, Direction.EU_TO_KOREA);

  Configuration gateway() {
    var own = pki.service(Pki.GATEWAY);
    var configuration =
        new Configuration()
            .listen(ports.gateway())
            .tls("door", own, pki.doorAnchors())
            .tls("inside", own, pki.exchangeAnchor())
            .trust("idp", pki.exchangeAnchor())
            .set("entente.api-root", apiRoot())
            .set("entente.title", "Entente on this machine")
            .set("entente.legal-basis", "Agreement on warnings of theft, article 3")
            .set("quarkus.rest-client.indicator-service.url", url(ports.indicatorService()))
            .set("quarkus.rest-client.audit-service.url", url(ports.auditService()));
    for (var member : Member.ALL) {
      var party = pki.party(member.id());
      var partner = "entente.partners." + member.id() + ".";
      configuration
          .set(partner + "tls-anchors", party.tlsAnchor())
          .set(partner + "signing-anchors", party.signingAnchor())
          .set(partner + "signers", party.signerUrn(Member.SIGNER))
          .set(
              partner + "clients.\"" + member.feed() + "\".purpose",
              "Early warning of cryptocurrency theft")
          .set(
              partner + "clients.\"" + member.reader() + "\".purpose",
              "Investigation of cryptocurrency theft");
      issuer(configuration, member);
    }
    return configuration;
  }

  Configuration indicatorService() {
    var own = pki.service(Pki.INDICATOR_SERVICE);
    var configuration =
        database(new Configuration(), "indicators")
            .listen(ports.indicatorService())
            .tls("inside", own, pki.exchangeAnchor())
            .tls("audit", own, pki.exchangeAnchor())
            .set("quarkus.rest-client.audit-service.url", url(ports.auditService()))
            .set("entente.service-anchors", pki.exchangeAnchor())
            .set("entente.callers", "urn:entente:service:" + Pki.GATEWAY);
    for (var member : Member.ALL) {
      configuration.set("entente.partners." + member.id() + ".identities", member.identity());
    }
    for (var direction : DIRECTIONS) {
      configuration.set("entente.collections." + direction.name() + ".title", direction.title());
    }
    return collections(configuration);
  }

  Configuration auditService() {
    var configuration =
        database(new Configuration(), "audit")
            .listen(ports.auditService())
            .tls("inside", pki.service(Pki.AUDIT_SERVICE), pki.insideAnchors())
            .trust("idp", pki.exchangeAnchor())
            .set("entente.log.origin", LogIdentity.ORIGIN)
            .set("entente.log.ed25519-key", log.ed25519())
            .set("entente.log.ml-dsa-44-key", log.mlDsa44())
            .set("entente.witness.policy", log.policy())
            .set("entente.service-anchors", pki.exchangeAnchor())
            .set(
                "entente.callers",
                "urn:entente:service:"
                    + Pki.GATEWAY
                    + ",urn:entente:service:"
                    + Pki.INDICATOR_SERVICE);
    for (var member : Member.ALL) {
      var anchor = pki.party(member.id()).tlsAnchor();
      configuration
          .set("entente.partners." + member.id() + ".tls-anchors", anchor)
          .set("entente.partners." + member.id() + ".joint-auditors", joint(member));
      issuer(configuration, member);
    }
    return collections(console(configuration));
  }

  /** Where people look at the log: each party's log in at its own identity provider. */
  private Configuration console(Configuration configuration) {
    var secret = ConsoleUsers.secretIn(log.policy().resolveSibling(".."));
    configuration
        .tls("login", pki.service(Pki.AUDIT_SERVICE), pki.exchangeAnchor())
        .set("entente.console.secret-file", secret);
    for (var member : Member.ALL) {
      var tenant = "quarkus.oidc." + member.id() + "-console.";
      configuration
          .set(tenant + "auth-server-url", keycloak.issuer(member.id()))
          .set("entente.console.hours." + member.id() + ".zone", member.zone());
    }
    return configuration;
  }

  /** The two parties agreed on each other's, programs and people. */
  private static String joint(Member member) {
    return member.auditor() + ",person:" + member.jointInspector();
  }

  /** Who takes part in what: for the release of objects, and of the records about them. */
  private static Configuration collections(Configuration configuration) {
    for (var direction : DIRECTIONS) {
      var collection = "entente.collections." + direction.name() + ".";
      configuration
          .set(collection + "id", direction.id())
          .set(collection + "producer", direction.producer())
          .set(collection + "audience", direction.audience());
    }
    return configuration;
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

  private void issuer(Configuration configuration, Member member) {
    var tenant = "quarkus.oidc." + member.id() + ".";
    configuration
        .set(tenant + "auth-server-url", keycloak.issuer(member.id()))
        .set(tenant + "tls.tls-configuration-name", "idp")
        .set(tenant + "token.binding.certificate", true)
        .set(tenant + "token.audience", "urn:entente:exchange")
        .set(tenant + "token.signature-algorithm", "PS256")
        .set(tenant + "token.allow-jwt-introspection", false)
        .set(tenant + "token.allow-opaque-token-introspection", false);
  }

  static String url(Ports.Pair ports) {
    return "https://localhost:" + ports.main();
  }
}
