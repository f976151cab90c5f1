package org.entente.kit.manifest;

import static org.entente.kit.manifest.Parties.BODY;
import static org.entente.kit.manifest.Parties.NOW;
import static org.entente.kit.manifest.Parties.PKI;
import static org.entente.kit.manifest.Parties.SIGNER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.entente.kit.manifest.ManifestRejected.Code;
import org.entente.pki.ListTemplate;
import org.entente.revocation.Authority;
import org.entente.revocation.RevocationLists;
import org.entente.revocation.Terms;
import org.junit.jupiter.api.Test;

/** Row 16 of the hostile-input table: a signer's certificate and the lists about it. */
class RevocationTest {

  private final byte[] good = Parties.signed(Parties.key(SIGNER));
  private final org.entente.pki.Authority authority = PKI.party("kr").signingAuthority();
  private final RevocationLists lists =
      new RevocationLists(
          List.of(authority.certificate()), new Terms(Duration.ofDays(2), Duration.ZERO));
  private final ManifestVerifier verifier =
      new ManifestVerifier(
          new SigningTrust(
              List.of(Parties.trust(Parties.KR, PartnerTrust.DEFAULT_LIFETIME)),
              (_, path, at) -> lists.judge(path, at),
              Parties.CLOCK));

  private void offer(ListTemplate template) {
    var _ =
        lists.offer(Authority.of(authority.certificate()), authority.revocationList(template), NOW);
  }

  private VerifiedManifest verify(Instant at) {
    var expected = Expectation.atTheDoor(Parties.KR, Parties.AUDIENCE, Parties.COLLECTION, at);
    return verifier.verify(good, Body.of(BODY), expected);
  }

  private ManifestRejected refused(Instant at) {
    return assertThrows(ManifestRejected.class, () -> verify(at));
  }

  @Test
  void the_list_that_was_looked_at_stands_among_the_checks() {
    offer(ListTemplate.number(41));

    List<String> checks = verify(NOW).checks();

    assertTrue(checks.stream().anyMatch(c -> c.matches("crl:[A-Za-z0-9_-]{43}#41")), "" + checks);
  }

  @Test
  void a_new_list_counts_at_once_although_the_path_is_remembered() {
    offer(ListTemplate.number(41));
    var _ = verify(NOW);

    offer(ListTemplate.number(42).revoking(SIGNER.leaf()));

    ManifestRejected rejected = refused(NOW);
    assertEquals(Code.SIG_REVOKED, rejected.code());
    assertEquals(403, rejected.status());
    assertTrue(rejected.list().orElseThrow().toString().endsWith("#42"));
  }

  @Test
  void without_a_list_that_counts_nothing_is_accepted() {
    assertEquals(Code.REVOCATION_UNAVAILABLE, refused(NOW).code());

    offer(ListTemplate.number(41).withValidity(Duration.ZERO, Duration.ofSeconds(30)));
    ManifestRejected rejected = refused(NOW);
    assertEquals(Code.REVOCATION_UNAVAILABLE, rejected.code());
    assertEquals(503, rejected.status());
  }

  @Test
  void a_signature_from_before_the_revocation_is_judged_when_it_is_received() {
    offer(ListTemplate.number(42).revoking(SIGNER.leaf()));

    assertEquals(Code.SIG_REVOKED, refused(NOW).code());
  }
}
