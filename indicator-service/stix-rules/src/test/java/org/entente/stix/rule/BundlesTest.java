package org.entente.stix.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.entente.stix.json.JsonObject;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What others really publish is valid once it is marked and has an author.
class BundlesTest {
  private static final Set<Rule> ADDED_BY_US = Set.of(Rule.MARKING_MISSING, Rule.STIX_AUTHOR);

  @ParameterizedTest
  @ValueSource(strings = {"attack-dprk-bundle", "attack-lazarus-G0032-bundle", "bybit-bundle"})
  void a_published_bundle_is_valid_but_for_what_only_we_ask_for(String name) {
    List<JsonObject> objects = Samples.bundle(name);

    String errors =
        objects.stream()
            .flatMap(object -> Validator.of(Profile.STRICT_GOV).check(object).errorList().stream())
            .filter(finding -> !ADDED_BY_US.contains(finding.rule()))
            .map(finding -> finding.rule() + " " + finding.pointer() + " " + finding.message())
            .collect(Collectors.joining("\n"));

    assertFalse(objects.isEmpty());
    assertEquals("", errors);
  }
}
