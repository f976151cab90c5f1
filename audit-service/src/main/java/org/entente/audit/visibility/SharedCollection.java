package org.entente.audit.visibility;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A collection as far as it decides who may read about it.
 *
 * @param id as records name it
 * @param producer the only party whose objects are in it
 * @param audience the parties to whom its objects are released, wholly or to some agency
 */
public record SharedCollection(String id, String producer, Set<String> audience) {

  private static final Pattern PLACE =
      Pattern.compile("urn:entente:(?:partner|agency|role):([^:]+)(?::.*)?");

  public SharedCollection {
    audience = Set.copyOf(audience);
  }

  /**
   * A collection as it is configured.
   *
   * @param audience partner ids, or URNs of partners, agencies and roles
   */
  public static SharedCollection of(String id, String producer, Set<String> audience) {
    var parties = audience.stream().map(SharedCollection::party).collect(Collectors.toSet());
    return new SharedCollection(id, producer, parties);
  }

  private static String party(String place) {
    var urn = PLACE.matcher(place);
    return urn.matches() ? urn.group(1) : place;
  }
}
