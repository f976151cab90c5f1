package org.entente.stix.marking;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.entente.stix.json.JsonBoolean;
import org.entente.stix.json.JsonObject;
import org.jspecify.annotations.Nullable;

/// Reads our releasability extension; its schema is published under
/// `indicator-service/contract/extensions`. A later version may say more, so that an unknown member
/// makes it unreadable.
final class ReleasabilityReader {
  private static final String TO = "releasable_to";
  private static final String ONWARD = "onward_release";
  private static final String CONTROL = "originator_control";
  private static final Set<String> MEMBERS = Set.of("extension_type", TO, ONWARD, CONTROL);

  private ReleasabilityReader() {}

  static Terms read(@Nullable JsonObject extension) {
    return Optional.ofNullable(extension)
        .filter(said -> MEMBERS.containsAll(said.names()))
        .flatMap(ReleasabilityReader::releasability)
        .map(Terms::of)
        .orElseGet(() -> Terms.unknown(Releasability.EXTENSION));
  }

  private static Optional<Releasability> releasability(JsonObject said) {
    Optional<OnwardRelease> onward = said.text(ONWARD).flatMap(OnwardRelease::ofLabel);
    Set<Recipient> to = new HashSet<>();
    said.texts(TO).forEach(urn -> Recipient.ofUrn(urn).ifPresent(to::add));
    boolean whole = !to.isEmpty() && to.size() == said.elements(TO).size();
    boolean sound = !said.has(CONTROL) || said.get(CONTROL) instanceof JsonBoolean;
    return onward
        .filter(_ -> whole && sound)
        .map(o -> new Releasability(to, o, said.get(CONTROL) == JsonBoolean.TRUE));
  }
}
