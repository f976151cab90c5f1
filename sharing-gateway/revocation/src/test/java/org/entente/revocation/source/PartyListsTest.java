package org.entente.revocation.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.entente.pki.Party;
import org.entente.pki.Pki;
import org.entente.revocation.RevocationList;
import org.entente.revocation.Terms;
import org.entente.revocation.Verdict;
import org.entente.revocation.source.PartyLists.Agreed;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PartyListsTest {

  private static final Clock CLOCK = Clock.systemUTC();
  private static final Follower.Listener NOBODY =
      new Follower.Listener() {
        @Override
        public void taken(Source source, RevocationList list) {}

        @Override
        public void failed(Source source, String why, boolean again) {}
      };

  @TempDir Path folder;

  private final PartyLists lists =
      new PartyLists(
          new PartyLists.Timing(Duration.ofHours(1), Duration.ofSeconds(1), Optional.empty()),
          _ -> NOBODY,
          CLOCK,
          new Random(1));
  private Party party;

  @BeforeEach
  void start() {
    party = Pki.create(folder.resolve("pki"), CLOCK, "kr").party("kr");
  }

  @AfterEach
  void stop() {
    lists.close();
  }

  private X509Certificate tls() {
    return party.tlsAuthority().certificate();
  }

  private Agreed agreed(Path file, Duration grace) {
    var source = new Source(tls(), new Source.Place.In(file));
    return new Agreed(List.of(source), new Terms(Duration.ofHours(24), grace));
  }

  private void agree(Optional<Agreed> agreed) {
    lists.agree(Map.of("kr", agreed));
  }

  private Verdict judge(String whose) {
    var leaf = party.client("kr-feed").credential().leaf();
    return lists.judge(whose, List.of(leaf, tls()), CLOCK.instant());
  }

  @Test
  void nobody_passes_of_whom_nothing_is_agreed() {
    assertInstanceOf(Verdict.Unavailable.class, judge("kr"));

    agree(Optional.empty());

    assertInstanceOf(Verdict.Unchecked.class, judge("kr"));
    assertEquals(Set.of("kr"), lists.unchecked());
    assertInstanceOf(Verdict.Unavailable.class, judge("eu"));
  }

  @Test
  void lists_stay_while_the_same_is_agreed_and_are_had_anew_when_it_is_not() {
    var file = party.revokedTls().file();
    agree(Optional.of(agreed(file, Duration.ZERO)));
    assertInstanceOf(Verdict.Good.class, judge("kr"));
    var held = lists.followed().get("kr");

    agree(Optional.of(agreed(file, Duration.ZERO)));
    assertSame(held, lists.followed().get("kr"));

    agree(Optional.of(agreed(folder.resolve("nowhere.crl"), Duration.ZERO)));
    assertInstanceOf(Verdict.Unavailable.class, judge("kr"));
  }

  @Test
  void an_authority_comes_beside_another_whose_source_is_away() throws Exception {
    var file = party.revokedTls().file();
    agree(Optional.of(agreed(file, Duration.ZERO)));
    var own = new Source(tls(), new Source.Place.In(file));
    var other =
        new Source(
            party.signingAuthority().certificate(),
            new Source.Place.In(folder.resolve("nowhere.crl")));

    Files.delete(file);
    var terms = new Terms(Duration.ofHours(24), Duration.ofHours(1));
    agree(Optional.of(new Agreed(List.of(own, other), terms)));

    assertInstanceOf(Verdict.Good.class, judge("kr"));
  }

  @Test
  void a_party_that_left_passes_no_more() {
    agree(Optional.of(agreed(party.revokedTls().file(), Duration.ZERO)));

    lists.agree(Map.of());

    assertInstanceOf(Verdict.Unavailable.class, judge("kr"));
  }
}
