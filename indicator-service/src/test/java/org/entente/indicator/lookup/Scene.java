package org.entente.indicator.lookup;

import static org.entente.indicator.exchange.Exchange.KR_TO_ALL;
import static org.entente.indicator.exchange.Exchange.KR_TO_EU;
import static org.entente.indicator.exchange.Exchange.KR_TO_JP;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.entente.indicator.exchange.Stix;
import org.entente.stix.marking.Tlp;

/// Random objects of one producer about a handful of values: several versions of some, in several
/// collections, valid at different times, for different readers.
final class Scene {
  static final Map<String, List<String>> READABLE =
      Map.of(
          "eu", List.of(KR_TO_EU, KR_TO_ALL),
          "us", List.of(KR_TO_ALL),
          "jp/npa", List.of(KR_TO_JP),
          "jp/npa/liaison", List.of(KR_TO_JP),
          "jp/bank", List.of(KR_TO_JP));

  private static final List<String> COLLECTIONS = List.of(KR_TO_EU, KR_TO_ALL, KR_TO_JP);
  private static final List<Tlp> LEVELS = List.of(Tlp.GREEN, Tlp.GREEN, Tlp.AMBER_STRICT, Tlp.RED);
  private static final List<String> NAMED =
      List.of("", "urn:entente:agency:jp:npa", "urn:entente:role:jp:npa:liaison");

  private final Random random;
  private final List<String> values = IntStream.range(0, 6).mapToObj(_ -> Wallets.fresh()).toList();
  private final List<String> ids =
      IntStream.range(0, 12).mapToObj(_ -> Stix.id("indicator")).toList();

  /// What was written, by id and version.
  private final Map<String, Written> written = new HashMap<>();

  Scene(long seed) {
    random = new Random(seed);
  }

  /// What one version says.
  ///
  /// @param classes how it speaks of which value
  /// @param from day of November on which it becomes valid
  /// @param until day on which it is not valid any more
  record Written(Map<String, String> classes, int from, int until, boolean revoked) {}

  List<String> values() {
    return values;
  }

  /// What this version says; null when it is none of the scene's.
  @org.jspecify.annotations.Nullable
  Written written(String id, String modified) {
    return written.get(id + modified);
  }

  String collection() {
    return COLLECTIONS.get(random.nextInt(COLLECTIONS.size()));
  }

  String claims() {
    String name = NAMED.get(random.nextInt(NAMED.size()));
    return name.isEmpty() ? "\"n\":1" : "\"rel\":[\"" + name + "\",\"urn:entente:partner:eu\"]";
  }

  /// The next version of some of the objects.
  List<String> next(int day) {
    List<String> objects = new ArrayList<>();
    for (String id : ids) {
      if (random.nextBoolean()) {
        objects.add(version(id, "2026-11-%02dT00:00:00.000Z".formatted(day), false));
      }
    }
    return objects;
  }

  /// Their last versions, which revoke them.
  List<String> revocations(int day) {
    return ids.subList(0, 2).stream()
        .map(id -> version(id, "2026-11-%02dT00:00:00.000Z".formatted(day), true))
        .toList();
  }

  private String version(String id, String modified, boolean revoked) {
    Map<String, String> classes = new TreeMap<>();
    String pattern = pattern(classes);
    int from = 1 + random.nextInt(9);
    int until = from + 1 + random.nextInt(9);
    written.put(id + modified, new Written(classes, from, until, revoked));
    String more =
        ",\"valid_until\":\"2026-11-%02dT00:00:00Z\"%s"
            .formatted(until, revoked ? ",\"revoked\":true" : "");
    return Stix.indicator(id, modified, LEVELS.get(random.nextInt(LEVELS.size())).marking(), more)
        .replace("[url:value = 'https://a.example/']", pattern)
        .replace(
            "\"valid_from\":\"2026-11-01T00:00:00Z\"",
            "\"valid_from\":\"2026-11-%02dT00:00:00Z\"".formatted(from));
  }

  private String pattern(Map<String, String> classes) {
    String one = values.get(random.nextInt(values.size()));
    String other = values.get(random.nextInt(values.size()));
    return switch (random.nextInt(3)) {
      case 0 -> "[" + equal(one, "sufficient", classes) + "]";
      case 1 ->
          "[%s OR %s]"
              .formatted(equal(one, "sufficient", classes), equal(other, "sufficient", classes));
      default ->
          "[%s] FOLLOWEDBY [%s]"
              .formatted(equal(one, "partial", classes), equal(other, "partial", classes));
    };
  }

  private static String equal(String value, String as, Map<String, String> classes) {
    classes.put(value, as);
    return "cryptocurrency-wallet:value = '" + value + "'";
  }
}
