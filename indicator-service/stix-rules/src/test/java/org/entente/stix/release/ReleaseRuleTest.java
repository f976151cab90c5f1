package org.entente.stix.release;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.entente.stix.marking.OnwardRelease;
import org.entente.stix.marking.Recipient;
import org.entente.stix.marking.Releasability;
import org.entente.stix.marking.Terms;
import org.entente.stix.marking.Tlp;
import org.entente.stix.release.Decision.Release;
import org.entente.stix.release.Decision.Withhold;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ReleaseRuleTest {

  private static final Recipient EU = Recipient.partner("eu");
  private static final Recipient CERT = Recipient.agency("eu", "cert-eu");
  private static final Recipient LIAISON = Recipient.role("eu", "cert-eu", "liaison");
  private static final Recipient POLICE = Recipient.agency("eu", "europol");

  private static final Reader AT_CERT = Reader.at(CERT);
  private static final Reader AT_LIAISON = Reader.at(LIAISON);
  private static final Reader AT_POLICE = Reader.at(POLICE);
  private static final Reader CLIENT_OF_CERT =
      new Reader(Recipient.agency("eu", "council"), Optional.of("cert-eu"));
  private static final Reader WHOLE_EU = Reader.at(EU);

  private static final ReleaseRule TO_EU =
      new ReleaseRule(Set.of(EU), new Recipients.Everyone(), Tlp.CLEAR);

  /// Who of four readers sees an object, by its level and by whom its manifest names; C = CERT-EU,
  /// L = its liaison, P = police, c = a client of CERT-EU. `-` names nobody in particular.
  @ParameterizedTest
  @CsvSource({
    "CLEAR,        -,       CLPc",
    "GREEN,        -,       CLPc",
    "AMBER,        -,       CLPc",
    "AMBER_STRICT, -,       ''",
    "RED,          -,       ''",
    "CLEAR,        agency,  CLc",
    "AMBER,        agency,  CLc",
    "AMBER_STRICT, agency,  CL",
    "RED,          agency,  ''",
    "CLEAR,        role,    L",
    "AMBER_STRICT, role,    L",
    "RED,          role,    L",
  })
  void tlp_draws_the_circle(Tlp level, String named, String seenBy) {
    var rule = new ReleaseRule(Set.of(EU), named(named), Tlp.CLEAR);

    var saw = new StringBuilder();
    saw.append(rule.decide(AT_CERT, Terms.of(level)).releases() ? "C" : "");
    saw.append(rule.decide(AT_LIAISON, Terms.of(level)).releases() ? "L" : "");
    saw.append(rule.decide(AT_POLICE, Terms.of(level)).releases() ? "P" : "");
    saw.append(rule.decide(CLIENT_OF_CERT, Terms.of(level)).releases() ? "c" : "");

    assertEquals(seenBy, saw.toString());
  }

  @Test
  void a_partner_without_agencies_is_one_organisation() {
    assertEquals(new Release(), TO_EU.decide(WHOLE_EU, Terms.of(Tlp.AMBER_STRICT)));
    assertEquals(new Withhold(Clause.TLP), TO_EU.decide(WHOLE_EU, Terms.of(Tlp.RED)));
  }

  @ParameterizedTest
  @EnumSource(Tlp.class)
  void the_manifests_level_raises_the_objects(Tlp floor) {
    var rule = new ReleaseRule(Set.of(EU), new Recipients.Everyone(), floor);

    assertEquals(TO_EU.decide(AT_CERT, Terms.of(floor)), rule.decide(AT_CERT, Terms.of(Tlp.CLEAR)));
  }

  @Test
  void a_collection_reaches_its_audience_and_nobody_else() {
    var korea = Reader.at(Recipient.partner("kr"));

    assertEquals(new Withhold(Clause.COLLECTION), TO_EU.decide(korea, Terms.of(Tlp.CLEAR)));
  }

  @Test
  void a_manifest_that_names_nobody_releases_to_nobody() {
    var rule = new ReleaseRule(Set.of(EU), new Recipients.Only(Set.of()), Tlp.CLEAR);

    assertEquals(new Withhold(Clause.RECIPIENTS), rule.decide(AT_CERT, Terms.of(Tlp.CLEAR)));
  }

  @Test
  void no_marking_no_release() {
    assertEquals(new Withhold(Clause.MARKING_MISSING), TO_EU.decide(AT_CERT, Terms.NONE));
  }

  @Test
  void nobody_sees_an_object_under_terms_nobody_can_read() {
    var terms = Terms.of(Tlp.CLEAR).and(Terms.unknown("marking-definition--x"));

    assertEquals(new Withhold(Clause.MARKING_UNKNOWN), TO_EU.decide(AT_CERT, terms));
  }

  @Test
  void every_releasability_must_admit_the_reader() {
    var both = releasable(CERT, POLICE).and(releasable(CERT)).and(Terms.of(Tlp.GREEN));

    assertEquals(new Release(), TO_EU.decide(AT_CERT, both));
    assertEquals(new Withhold(Clause.RELEASABILITY), TO_EU.decide(AT_POLICE, both));
  }

  @Test
  void releasable_to_nobody_is_for_nobody() {
    var terms = releasable().and(Terms.of(Tlp.CLEAR));

    assertEquals(new Withhold(Clause.RELEASABILITY), TO_EU.decide(AT_CERT, terms));
  }

  @Test
  void an_agency_named_by_its_marking_alone_gets_what_is_for_one_organisation() {
    var terms = releasable(CERT).and(Terms.of(Tlp.AMBER_STRICT));

    assertEquals(new Release(), TO_EU.decide(AT_CERT, terms));
    assertEquals(new Withhold(Clause.TLP), TO_EU.decide(CLIENT_OF_CERT, terms));
  }

  @Test
  void a_dry_run_says_what_each_clause_says() {
    var rule = new ReleaseRule(Set.of(EU), new Recipients.Only(Set.of(CERT)), Tlp.CLEAR);

    var withholding = rule.withholding(AT_POLICE, releasable(CERT).and(Terms.of(Tlp.RED)));

    assertEquals(Set.of(Clause.RECIPIENTS, Clause.RELEASABILITY, Clause.TLP), withholding);
  }

  private static Recipients named(String whom) {
    return switch (whom) {
      case "agency" -> new Recipients.Only(Set.of(CERT));
      case "role" -> new Recipients.Only(Set.of(LIAISON));
      default -> new Recipients.Everyone();
    };
  }

  private static Terms releasable(Recipient... to) {
    var said = new Releasability(Set.of(to), OnwardRelease.PROHIBITED, false);
    return new Terms(Optional.empty(), Optional.empty(), List.of(said), List.of());
  }
}
