package org.entente.indicator.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.entente.indicator.release.Decision.Reason;
import org.entente.indicator.release.Decision.Release;
import org.entente.indicator.release.Decision.Withhold;
import org.entente.indicator.stix.Tlp;
import org.junit.jupiter.api.Test;

class ReleaseRuleTest {
  private static final Recipients EVERYONE = new Recipients.Everyone();

  @Test
  void without_recipients_the_audience_gets_everything_but_red() {
    ReleaseRule rule = new ReleaseRule(Set.of("eu"), EVERYONE, Tlp.CLEAR);

    assertInstanceOf(Release.class, rule.decide("eu", Tlp.AMBER_STRICT));
    assertEquals(new Withhold(Reason.TLP_RED), rule.decide("eu", Tlp.RED));
    assertEquals(new Withhold(Reason.NOT_IN_AUDIENCE), rule.decide("us", Tlp.CLEAR));
  }

  @Test
  void named_recipients_narrow_the_audience_and_never_widen_it() {
    Recipients named = new Recipients.Only(Set.of("us", "jp"));
    ReleaseRule rule = new ReleaseRule(Set.of("eu", "us"), named, Tlp.CLEAR);

    assertInstanceOf(Release.class, rule.decide("us", Tlp.GREEN));
    assertEquals(new Withhold(Reason.NOT_A_RECIPIENT), rule.decide("eu", Tlp.GREEN));
    assertEquals(new Withhold(Reason.NOT_IN_AUDIENCE), rule.decide("jp", Tlp.GREEN));
  }

  @Test
  void the_manifests_level_raises_every_object_in_it() {
    ReleaseRule rule = new ReleaseRule(Set.of("eu"), EVERYONE, Tlp.RED);

    assertEquals(new Withhold(Reason.TLP_RED), rule.decide("eu", Tlp.CLEAR));
  }

  @Property
  void nothing_stricter_releases_more(
      @ForAll("partners") Set<String> audience,
      @ForAll("partners") Set<String> named,
      @ForAll Tlp floor,
      @ForAll Tlp level) {
    ReleaseRule wide = new ReleaseRule(audience, EVERYONE, Tlp.CLEAR);
    ReleaseRule narrow = new ReleaseRule(audience, new Recipients.Only(named), floor);

    for (String partner : Set.of("kr", "eu", "us", "jp")) {
      if (narrow.decide(partner, level) instanceof Release) {
        assertInstanceOf(Release.class, wide.decide(partner, level));
        assertEquals(true, audience.contains(partner) && named.contains(partner));
      }
    }
  }

  @Provide
  Arbitrary<Set<String>> partners() {
    return Arbitraries.of("kr", "eu", "us", "jp").set();
  }
}
