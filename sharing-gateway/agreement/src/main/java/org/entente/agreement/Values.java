package org.entente.agreement;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.entente.agreement.Party.Hours;
import org.entente.agreement.Party.Limits;

/** Values of a tree that the schema has allowed and completed. */
final class Values {

  private final Faults faults;

  Values(Faults faults) {
    this.faults = faults;
  }

  static Optional<String> text(JsonNode object, String name) {
    return Optional.ofNullable(object.path(name).textValue());
  }

  static Set<String> texts(JsonNode array) {
    Set<String> texts = new LinkedHashSet<>();
    array.forEach(each -> texts.add(each.asText()));
    return texts;
  }

  /** Each member of an object, read by its pointer. */
  static <V> Map<String, V> map(
      JsonNode object, String pointer, BiFunction<JsonNode, String, V> reading) {
    Map<String, V> map = new LinkedHashMap<>();
    object
        .properties()
        .forEach(member -> {
          String own = pointer + "/" + member.getKey();
          map.put(member.getKey(), reading.apply(member.getValue(), own));
        });
    return map;
  }

  static Duration duration(JsonNode object, String name) {
    return Duration.parse(object.path(name).asText());
  }

  static Limits limits(JsonNode object) {
    return new Limits(
        object.path("rate").asInt(), object.path("burst").asInt(), object.path("requests").asInt());
  }

  /** Nothing when they are none. */
  Optional<Hours> hours(JsonNode object, String pointer) {
    if (object.isMissingNode()) {
      return Optional.empty();
    }
    var from = LocalTime.parse(object.path("from").asText());
    var to = LocalTime.parse(object.path("to").asText());
    if (!from.isBefore(to)) {
      faults.add(pointer, "the day ends at " + to + ", before it begins at " + from);
    }
    String zone = object.path("zone").asText();
    try {
      return Optional.of(new Hours(ZoneId.of(zone), from, to));
    } catch (DateTimeException e) {
      faults.add(pointer + "/zone", zone + " is no time zone; Asia/Seoul is one");
      return Optional.empty();
    }
  }
}
