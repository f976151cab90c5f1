package org.entente.e2e.scene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.entente.local.exchange.Direction;
import org.entente.local.exchange.ExchangeSettings;
import org.entente.local.exchange.Member;
import org.entente.pki.Pki;

/**
 * How services up to schema 14 of the log were told what {@code exchange.yaml} says now: each by
 * properties of its own. To be deleted when nobody upgrades from those any more.
 */
final class TermsBefore {

  private static final List<Direction> DIRECTIONS =
      List.of(Direction.KOREA_TO_EU, Direction.EU_TO_KOREA);

  private final ExchangeSettings settings;
  private final Path pki;

  private TermsBefore(ExchangeSettings settings) {
    this.settings = settings;
    pki = settings.folder().resolve("pki");
  }

  /**
   * Tells the services of this exchange, which is prepared and not started, beside what they are
   * told.
   */
  static void tell(ExchangeSettings settings) {
    var before = new TermsBefore(settings);
    before.tell(Pki.GATEWAY, before.gateway());
    before.tell(Pki.INDICATOR_SERVICE, before.indicatorService());
    before.tell(Pki.AUDIT_SERVICE, before.auditService());
  }

  private void tell(String service, Map<String, String> told) {
    // They refuse to start with properties they do not know, such as those of today.
    told.put("smallrye.config.mapping.validate-unknown", "false");
    // They did not start on a schema of the next version by themselves.
    told.put("quarkus.flyway.ignore-migration-patterns", "*:future");
    var lines =
        told.entrySet().stream().map(each -> each.getKey() + "=" + each.getValue()).toList();
    var file = settings.folder().resolve(service).resolve("config/application.properties");
    try {
      Files.write(file, lines, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Map<String, String> gateway() {
    var told = new HashMap<String, String>();
    told.put("quarkus.tls.door.trust-store.pem.certs", file("door.crt"));
    told.put("entente.title", "Entente on this machine");
    told.put("entente.legal-basis", "Agreement on warnings of theft, article 3");
    for (var member : Member.ALL) {
      var partner = "entente.partners." + member.id() + ".";
      told.put(partner + "tls-anchors", file(member.id() + "/tls-ca.crt"));
      told.put(partner + "signing-anchors", file(member.id() + "/signing-ca.crt"));
      told.put(partner + "signers", "urn:entente:signer:" + member.id() + ":" + Member.SIGNER);
      told.put(partner + "clients.\"" + member.feed() + "\".purpose", "Early warning");
      told.put(partner + "clients.\"" + member.reader() + "\".purpose", "Investigation");
      ample(told, partner, member);
      issuer(told, member);
    }
    return told;
  }

  private static void ample(Map<String, String> told, String partner, Member member) {
    for (var where : List.of("", "clients.\"" + member.feed() + "\".")) {
      for (var limit : List.of("rate", "burst", "requests")) {
        told.put(partner + where + "limits." + limit, "1000000");
      }
    }
  }

  private Map<String, String> indicatorService() {
    var told = collections();
    for (var member : Member.ALL) {
      told.put("entente.partners." + member.id() + ".identities", member.identity());
    }
    for (var direction : DIRECTIONS) {
      told.put("entente.collections." + direction.name() + ".title", direction.title());
    }
    return told;
  }

  private Map<String, String> auditService() {
    var told = collections();
    told.put("quarkus.tls.inside.trust-store.pem.certs", file("inside.crt"));
    told.put("quarkus.tls.login.trust-store.pem.certs", file("exchange/ca.crt"));
    for (var member : Member.ALL) {
      var partner = "entente.partners." + member.id() + ".";
      told.put(partner + "tls-anchors", file(member.id() + "/tls-ca.crt"));
      told.put(partner + "joint-auditors", member.auditor() + ",person:" + member.jointInspector());
      told.put("quarkus.oidc." + member.id() + "-console.auth-server-url", issuerOf(member));
      told.put("entente.console.hours." + member.id() + ".zone", member.zone());
      issuer(told, member);
    }
    return told;
  }

  private static Map<String, String> collections() {
    return DIRECTIONS.stream()
        .flatMap(direction -> collection(direction).entrySet().stream())
        .collect(
            Collectors.toMap(
                Map.Entry::getKey, Map.Entry::getValue, (one, _) -> one, HashMap::new));
  }

  private static Map<String, String> collection(Direction direction) {
    var collection = "entente.collections." + direction.name() + ".";
    return Map.of(
        collection + "id", direction.id(),
        collection + "producer", direction.producer(),
        collection + "audience", direction.audience());
  }

  private void issuer(Map<String, String> told, Member member) {
    var tenant = "quarkus.oidc." + member.id() + ".";
    told.put("quarkus.tls.idp.trust-store.pem.certs", file("exchange/ca.crt"));
    told.put(tenant + "auth-server-url", issuerOf(member));
    told.put(tenant + "tls.tls-configuration-name", "idp");
    told.put(tenant + "token.binding.certificate", "true");
    told.put(tenant + "token.audience", "urn:entente:exchange");
    told.put(tenant + "token.signature-algorithm", "PS256");
    told.put(tenant + "token.allow-jwt-introspection", "false");
    told.put(tenant + "token.allow-opaque-token-introspection", "false");
  }

  private String issuerOf(Member member) {
    return "https://localhost:" + settings.ports().keycloak().main() + "/realms/" + member.id();
  }

  private String file(String name) {
    return pki.resolve(name).toString();
  }
}
