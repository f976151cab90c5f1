package org.entente.indicator.act;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entente.indicator.act.Act.Kind;
import org.entente.indicator.paging.Versions;
import org.entente.indicator.refusal.Refusal.ActsInvalid;
import org.entente.indicator.refusal.Refusal.JsonInvalid;
import org.entente.stix.json.Json;
import org.entente.stix.json.JsonObject;
import org.entente.stix.json.JsonReader;
import org.entente.stix.json.JsonRejected;
import org.entente.stix.marking.Recipient;
import org.entente.stix.rule.StixId;
import org.entente.stix.rule.StixTime;

/// Reads `{"acts":[…]}`. It is short and signed, so that one mistake refuses it as a whole.
public final class ActsReader {
  private static final int MOST = 1000;
  private static final int MOST_RECIPIENTS = 64;
  private static final int LONGEST_REASON = 500;
  private static final Set<String> MEMBERS = Set.of("act", "object", "version", "to", "reason");
  private static final Map<String, Kind> KINDS =
      Map.of("release", Kind.RELEASE, "withdraw", Kind.WITHDRAW);

  private ActsReader() {}

  /// Reads a body.
  ///
  /// @throws JsonInvalid when it is not I-JSON
  /// @throws ActsInvalid when it is something else than acts
  public static List<Act> read(byte[] body) {
    List<Json> elements = elements(body);
    if (elements.isEmpty() || elements.size() > MOST) {
      throw new ActsInvalid("the body is {\"acts\":[…]} with 1 to " + MOST + " acts");
    }
    List<Act> acts = new ArrayList<>();
    Map<String, Kind> kinds = new HashMap<>();
    for (Json element : elements) {
      Act act = act("/acts/" + acts.size(), element);
      if (kinds.computeIfAbsent(act.object(), _ -> act.kind()) != act.kind()) {
        throw new ActsInvalid("/acts/" + acts.size() + " undoes what an earlier act does");
      }
      acts.add(act);
    }
    return acts;
  }

  private static List<Json> elements(byte[] body) {
    try {
      return JsonReader.read(body) instanceof JsonObject whole
              && whole.names().equals(List.of("acts"))
          ? whole.elements("acts")
          : List.of();
    } catch (JsonRejected e) {
      throw new JsonInvalid("byte " + e.offset() + ": " + e.reason());
    }
  }

  private static Act act(String where, Json element) {
    if (!(element instanceof JsonObject act) || !MEMBERS.containsAll(act.names())) {
      throw new ActsInvalid(
          where + " is no object with members of " + MEMBERS.stream().sorted().toList());
    }
    Kind kind =
        act.text("act")
            .map(KINDS::get)
            .orElseThrow(() -> new ActsInvalid(where + "/act is neither release nor withdraw"));
    String object =
        act.text("object")
            .filter(id -> StixId.parse(id).isPresent())
            .orElseThrow(() -> new ActsInvalid(where + "/object is no STIX id"));
    String reason =
        act.text("reason")
            .filter(ActsReader::isReason)
            .orElseThrow(
                () -> new ActsInvalid(where + "/reason is no text of 1 to " + LONGEST_REASON));
    return new Act(kind, object, version(where, act, kind), to(where, act), reason);
  }

  private static boolean isReason(String text) {
    return !text.isBlank()
        && text.length() <= LONGEST_REASON
        && text.chars().noneMatch(Character::isISOControl);
  }

  private static Versions version(String where, JsonObject act, Kind kind) {
    if (!act.has("version")) {
      return kind == Kind.RELEASE ? Versions.LAST : Versions.ALL;
    }
    Optional<StixTime> time = act.text("version").flatMap(StixTime::parse);
    String exact =
        time.orElseThrow(() -> new ActsInvalid(where + "/version is no timestamp")).sortable();
    return new Versions(false, false, false, List.of(exact));
  }

  private static Set<Recipient> to(String where, JsonObject act) {
    if (!act.has("to")) {
      return Set.of();
    }
    Set<Recipient> named = new HashSet<>();
    act.texts("to").forEach(urn -> Recipient.ofUrn(urn).ifPresent(named::add));
    int given = act.elements("to").size();
    if (given == 0 || given > MOST_RECIPIENTS || named.size() != given) {
      throw new ActsInvalid(where + "/to is no list of different partners, agencies or roles");
    }
    return named;
  }
}
