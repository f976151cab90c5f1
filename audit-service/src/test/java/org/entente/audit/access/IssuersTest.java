package org.entente.audit.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.oidc.OidcTenantConfig;
import io.quarkus.oidc.OidcTenantConfigBuilder;
import java.util.Map;
import org.junit.jupiter.api.Test;

class IssuersTest {

  private static final String KOREA = "https://idp.example/realms/kr";
  private static final String EU = "https://idp.example/realms/eu";

  @Test
  void an_issuer_speaks_for_its_partner() {
    var partners = Issuers.partnersByIssuer(Map.of("kr", at(KOREA).build(), "eu", at(EU).build()));

    assertEquals(Map.of(KOREA, "kr", EU, "eu"), partners);
  }

  @Test
  void two_partners_with_one_issuer_keep_the_service_from_starting() {
    var tenants = Map.of("kr", at(KOREA).build(), "eu", at(KOREA).build());

    assertThrows(IllegalStateException.class, () -> Issuers.partnersByIssuer(tenants));
  }

  @Test
  void a_partner_without_an_issuer_keeps_the_service_from_starting() {
    var tenants = Map.of("kr", tenant().build());

    assertThrows(IllegalStateException.class, () -> Issuers.partnersByIssuer(tenants));
  }

  @Test
  void a_provider_that_is_switched_off_speaks_for_nobody() {
    var tenants = Map.of("kr", at(KOREA).tenantEnabled(false).build(), "eu", at(EU).build());

    assertEquals(Map.of(EU, "eu"), Issuers.partnersByIssuer(tenants));
  }

  private static OidcTenantConfigBuilder at(String url) {
    return tenant().authServerUrl(url);
  }

  private static OidcTenantConfigBuilder tenant() {
    return OidcTenantConfig.builder().tenantId("any");
  }
}
