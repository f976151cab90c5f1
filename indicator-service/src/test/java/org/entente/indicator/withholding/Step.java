package org.entente.indicator.withholding;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/// One signed request of a history.
sealed interface Step {
  /// Objects are added under a manifest with these claims.
  record Submit(List<Thing> things, String claims) implements Step {}

  /// One version of one object is released or withdrawn.
  record Perform(Thing thing, String kind, String to) implements Step {}

  int OBJECTS = 9;

  List<String> TO =
      List.of(
          "urn:entente:partner:jp",
          "urn:entente:partner:jp",
          "urn:entente:agency:jp:npa",
          "urn:entente:agency:jp:jpcert",
          "urn:entente:role:jp:npa:liaison");

  /// A history: submissions, with acts between them.
  static List<Step> random(Random random) {
    List<Step> steps = new ArrayList<>();
    List<Thing> so = new ArrayList<>();
    Set<String> versions = new HashSet<>();
    for (int i = 0; i < 4; i++) {
      List<Thing> things = new ArrayList<>();
      for (int n = 2 + random.nextInt(5); n > 0; n--) {
        Thing thing = Thing.random(random.nextInt(OBJECTS), random);
        if (versions.add(thing.number() + "." + thing.version())) {
          things.add(thing);
        }
      }
      steps.add(new Submit(things, claims(random)));
      so.addAll(things);
      for (int n = random.nextInt(4); n > 0 && !so.isEmpty(); n--) {
        Thing thing = so.get(random.nextInt(so.size()));
        String kind = random.nextInt(3) > 0 ? "withdraw" : "release";
        steps.add(new Perform(thing, kind, TO.get(random.nextInt(TO.size()))));
      }
    }
    return steps;
  }

  private static String claims(Random random) {
    String rel = "\"rel\":[\"" + TO.get(random.nextInt(TO.size())) + "\"]";
    return switch (random.nextInt(6)) {
      case 0 -> rel;
      case 1 -> "\"tlp\":\"amber\"";
      case 2 -> rel + ",\"tlp\":\"green\"";
      default -> "\"n\":1";
    };
  }
}
