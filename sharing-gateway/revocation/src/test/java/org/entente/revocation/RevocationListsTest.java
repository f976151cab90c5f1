package org.entente.revocation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.entente.pki.Authority;
import org.entente.pki.CertificateTemplate;
import org.entente.pki.Credential;
import org.entente.pki.ListTemplate;
import org.entente.pki.ListTemplate.Oddity;
import org.entente.revocation.ListRejected.Fault;
import org.junit.jupiter.api.Test;

class RevocationListsTest {

  private static final Instant NOW = Instant.parse("2026-11-26T10:00:00Z");
  private static final Terms TERMS = new Terms(Duration.ofHours(24), Duration.ofHours(6));

  private final Authority ca = authority("TLS CA");
  private final Authority below = ca.subordinate(CertificateTemplate.authority("kr", "Sub CA"));
  private final Credential direct = ca.issue(CertificateTemplate.client("kr", "kr-feed"));
  private final Credential leaf = below.issue(CertificateTemplate.client("kr", "kr-feed"));
  private final List<X509Certificate> shortPath = List.of(direct.leaf(), ca.certificate());
  private final List<X509Certificate> path =
      List.of(leaf.leaf(), below.certificate(), ca.certificate());
  private final RevocationLists lists =
      new RevocationLists(List.of(ca.certificate(), below.certificate()), TERMS);

  private static Authority authority(String name) {
    return Authority.root(
        CertificateTemplate.authority("kr", name), Clock.fixed(NOW, ZoneOffset.UTC));
  }

  private void offer(Authority authority, ListTemplate template) {
    offer(authority.certificate(), authority.revocationList(template));
  }

  private void offer(X509Certificate authority, byte[] list) {
    var _ = lists.offer(org.entente.revocation.Authority.of(authority), list, NOW);
  }

  private Fault refused(Authority authority, ListTemplate template) {
    return refused(authority.revocationList(template));
  }

  private Fault refused(byte[] list) {
    return assertThrows(ListRejected.class, () -> offer(ca.certificate(), list)).fault();
  }

  @Test
  void a_path_is_good_when_each_authority_on_it_has_a_fresh_list_without_it() {
    // Given
    offer(ca, ListTemplate.number(7));
    offer(below, ListTemplate.number(3));

    // When
    var good = assertInstanceOf(Verdict.Good.class, lists.judge(path, NOW));

    // Then
    assertEquals(2, good.lists().size());
    assertTrue(good.lists().getFirst().toString().matches("crl:[A-Za-z0-9_-]{43}#3"));
    assertTrue(good.lists().getLast().toString().endsWith("#7"));
  }

  @Test
  void a_revoked_leaf_is_revoked_and_the_list_that_says_so_is_named() {
    offer(ca, ListTemplate.number(7).revoking(direct.leaf()));

    var revoked = assertInstanceOf(Verdict.Revoked.class, lists.judge(shortPath, NOW));

    assertEquals("7", revoked.list().number().orElseThrow().toString());
    assertEquals(NOW.minus(Duration.ofHours(1)), revoked.since());
  }

  @Test
  void a_revoked_authority_on_the_path_revokes_what_is_below_it() {
    offer(ca, ListTemplate.number(7).revoking(below.certificate()));
    offer(below, ListTemplate.number(3));

    assertInstanceOf(Verdict.Revoked.class, lists.judge(path, NOW));
  }

  @Test
  void a_list_that_is_missing_or_stale_makes_the_path_unavailable() {
    offer(ca, ListTemplate.number(7));
    var missing = assertInstanceOf(Verdict.Unavailable.class, lists.judge(path, NOW));
    assertEquals(org.entente.revocation.Authority.of(below.certificate()), missing.authority());

    offer(below, ListTemplate.number(3).withValidity(Duration.ofHours(-9), Duration.ofHours(-7)));

    assertInstanceOf(Verdict.Unavailable.class, lists.judge(path, NOW));
  }

  @Test
  void how_long_a_list_counts_goes_below_nothing_and_is_nothing_without_one() {
    offer(ca, ListTemplate.number(7).withValidity(Duration.ofHours(-2), Duration.ofHours(1)));

    var held = lists.standing(org.entente.revocation.Authority.of(ca.certificate()));
    var missing = lists.standing(org.entente.revocation.Authority.of(below.certificate()));

    assertEquals(Duration.ofHours(1 + 6), held.left(NOW));
    assertEquals(Duration.ofHours(-1), held.left(NOW.plus(Duration.ofHours(8))));
    assertEquals(Duration.ZERO, missing.left(NOW));
  }

  @Test
  void an_old_list_counts_through_its_grace_and_not_a_moment_longer() {
    offer(ca, ListTemplate.number(7).withValidity(Duration.ofHours(-2), Duration.ofHours(1)));
    Instant end = NOW.plus(Duration.ofHours(1 + 6));

    assertInstanceOf(Verdict.Good.class, lists.judge(shortPath, end));
    assertInstanceOf(Verdict.Unavailable.class, lists.judge(shortPath, end.plusMillis(1)));
  }

  @Test
  void a_list_counts_no_longer_than_agreed_after_it_was_last_had_whatever_it_says() {
    offer(ca, ListTemplate.number(7).withValidity(Duration.ZERO, Duration.ofDays(365)));
    Instant end = NOW.plus(Duration.ofHours(24 + 6));

    assertInstanceOf(Verdict.Good.class, lists.judge(shortPath, end));
    assertInstanceOf(Verdict.Unavailable.class, lists.judge(shortPath, end.plusMillis(1)));
  }

  @Test
  void what_an_old_list_calls_revoked_stays_revoked() {
    offer(ca, ListTemplate.number(7).revoking(direct.leaf()));

    var verdict = lists.judge(shortPath, NOW.plus(Duration.ofDays(30)));

    assertInstanceOf(Verdict.Revoked.class, verdict);
  }

  @Test
  void a_newer_list_replaces_an_older_one_and_never_the_other_way_round() {
    offer(ca, ListTemplate.number(7).revoking(direct.leaf()));

    assertEquals(Fault.OLDER, refused(ca, ListTemplate.number(6)));
    assertEquals(Fault.OLDER, refused(ca, ListTemplate.number(7)));
    assertEquals(Fault.OLDER, refused(ca, ListTemplate.number(8).unnumbered()));
    assertEquals(
        Fault.OLDER,
        refused(
            ca, ListTemplate.number(9).withValidity(Duration.ofHours(-1), Duration.ofHours(1))));
    assertInstanceOf(Verdict.Revoked.class, lists.judge(shortPath, NOW));

    offer(ca, ListTemplate.number(8));
    assertInstanceOf(Verdict.Good.class, lists.judge(shortPath, NOW));
  }

  @Test
  void the_same_list_had_again_counts_from_then() {
    byte[] list =
        ca.revocationList(ListTemplate.number(7).withValidity(Duration.ZERO, Duration.ofDays(365)));
    offer(ca.certificate(), list);
    Instant later = NOW.plus(Duration.ofHours(20));
    var authority = org.entente.revocation.Authority.of(ca.certificate());

    assertTrue(lists.offer(authority, list, later).isEmpty());

    Instant end = later.plus(Duration.ofHours(30));
    assertInstanceOf(Verdict.Good.class, lists.judge(shortPath, end));
  }

  @Test
  void a_list_by_another_key_of_the_same_name_is_refused() {
    assertEquals(Fault.NOT_SIGNED, refused(ca.impostor(), ListTemplate.number(7)));
  }

  @Test
  void a_list_of_another_authority_is_refused() {
    assertEquals(Fault.OTHER_AUTHORITY, refused(below, ListTemplate.number(7)));
  }

  @Test
  void a_list_counts_for_the_key_it_was_made_with_and_not_for_the_name() {
    Authority impostor = ca.impostor();
    var both = new RevocationLists(List.of(ca.certificate(), impostor.certificate()), TERMS);
    byte[] list = ca.revocationList(ListTemplate.number(7));
    var _ = both.offer(org.entente.revocation.Authority.of(ca.certificate()), list, NOW);
    var forged = impostor.issue(CertificateTemplate.client("kr", "kr-feed"));

    var verdict = both.judge(List.of(forged.leaf(), impostor.certificate()), NOW);

    assertInstanceOf(Verdict.Unavailable.class, verdict);
  }

  @Test
  void lists_that_are_not_whole_or_not_understood_are_refused() {
    ListTemplate list = ListTemplate.number(7).revoking(direct.leaf());
    assertEquals(Fault.DELTA, refused(ca, list.with(Oddity.DELTA)));
    assertEquals(Fault.NOT_WHOLE, refused(ca, list.with(Oddity.INDIRECT)));
    assertEquals(Fault.NOT_WHOLE, refused(ca, list.with(Oddity.PARTIAL)));
    assertEquals(Fault.NOT_UNDERSTOOD, refused(ca, list.with(Oddity.UNKNOWN_CRITICAL)));
    assertEquals(Fault.NOT_UNDERSTOOD, refused(ca, list.with(Oddity.UNKNOWN_CRITICAL_ENTRY)));
    assertEquals(Fault.UNDATED, refused(ca, list.endless()));
    assertEquals(
        Fault.UNDATED, refused(ca, list.withValidity(Duration.ofHours(1), Duration.ofHours(2))));
  }

  @Test
  void bytes_that_are_no_list_are_refused() {
    byte[] list = ca.revocationList(ListTemplate.number(7));
    assertEquals(Fault.UNREADABLE, refused(new byte[0]));
    assertEquals(Fault.UNREADABLE, refused("not a list".getBytes(StandardCharsets.US_ASCII)));
    assertEquals(Fault.UNREADABLE, refused(Arrays.copyOf(list, list.length / 2)));
    assertEquals(Fault.UNREADABLE, refused(new byte[RevocationList.MOST_BYTES + 1]));
  }

  @Test
  void no_flipped_bit_changes_what_is_believed() {
    byte[] bytes = ca.revocationList(ListTemplate.number(7).revoking(direct.leaf()));
    RevocationList list = RevocationList.read(bytes, ca.certificate());
    for (int i = 0; i < bytes.length; i++) {
      byte[] flipped = bytes.clone();
      flipped[i] ^= 1;
      try {
        // What is around the signed part has more than one encoding.
        RevocationList other = RevocationList.read(flipped, ca.certificate());
        assertEquals(list.revoked(), other.revoked(), "byte " + i);
        assertEquals(list.nextUpdate(), other.nextUpdate(), "byte " + i);
        assertEquals(list.name().number(), other.name().number(), "byte " + i);
      } catch (ListRejected expected) {
        assertTrue(expected.detail().length() > 0);
      }
    }
  }

  @Test
  void pem_is_read_and_is_the_same_list() {
    byte[] list = ca.revocationList(ListTemplate.number(7));
    String pem =
        "-----BEGIN X509 CRL-----\n"
            + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(list)
            + "\n-----END X509 CRL-----\n";
    offer(ca.certificate(), list);
    var authority = org.entente.revocation.Authority.of(ca.certificate());

    var same = lists.offer(authority, pem.getBytes(StandardCharsets.US_ASCII), NOW);

    assertTrue(same.isEmpty());
  }
}
