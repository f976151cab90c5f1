package org.entente.indicator.act;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.entente.indicator.act.Move.Grant;
import org.entente.indicator.act.Move.Retract;
import org.entente.indicator.admission.DateSequence;
import org.entente.indicator.admission.WithheldText;
import org.entente.indicator.paging.Versions;
import org.entente.indicator.party.Audience;
import org.entente.stix.marking.Recipient;
import org.entente.stix.marking.Tlp;
import org.entente.stix.release.Clause;
import org.entente.stix.release.Decision;
import org.entente.stix.release.Reader;
import org.entente.stix.release.Recipients;
import org.entente.stix.release.ReleaseRule;

/// Decides what acts do. A release goes no further than the markings let it; a withdrawal takes
/// back what somebody has. Pure but for the holdings and the dates it moves.
///
/// @param limit whom the manifest names: nobody else is released to
/// @param floor level the manifest claims
record ActRule(
    Audience audience, Recipients limit, Tlp floor, Holdings holdings, DateSequence dates) {

  Done decide(Act act) {
    List<Held> stored = holdings.versions(act.object());
    if (stored.isEmpty()) {
      return Done.failed(act, "OBJECT_UNKNOWN: no object of yours has this id");
    }
    return switch (act.kind()) {
      case RELEASE -> release(act, pick(stored, act.which()));
      case WITHDRAW -> {
        List<Held> visible =
            stored.stream().filter(held -> !holdings.readers(held).isEmpty()).toList();
        yield withdraw(act, pick(visible, act.which()));
      }
    };
  }

  private static List<Held> pick(List<Held> sorted, Versions which) {
    if (which.all() || sorted.isEmpty()) {
      return sorted;
    }
    Set<Held> picked = new LinkedHashSet<>();
    if (which.first()) {
      picked.add(sorted.getFirst());
    }
    if (which.last()) {
      picked.add(sorted.getLast());
    }
    sorted.stream()
        .filter(held -> held.named().filter(which.exact()::contains).isPresent())
        .forEach(picked::add);
    return List.copyOf(picked);
  }

  private Done release(Act act, List<Held> versions) {
    List<Move> moves = new ArrayList<>();
    Map<String, Clause> withheld = new LinkedHashMap<>();
    boolean held = false;
    ReleaseRule rule = new ReleaseRule(audience.named(), recipients(act), floor);
    for (Held version : versions) {
      for (Reader reader : addressed(act)) {
        held |= holdings.date(version, reader.name()).isPresent();
        grant(rule, version, reader, withheld).ifPresent(moves::add);
      }
    }
    String withheldFrom = WithheldText.of(withheld);
    if (moves.isEmpty() && !held) {
      String why = withheldFrom.isEmpty() ? "it is addressed to nobody here" : withheldFrom;
      return Done.failed(act, "RELEASE_WITHHELD: " + why);
    }
    String message = moves.isEmpty() ? "released before" : "released to " + places(moves);
    String rest = withheldFrom.isEmpty() ? "" : "; withheld from " + withheldFrom;
    return new Done(act, true, message + rest, versions, moves, isOpen(versions));
  }

  private Optional<Move> grant(
      ReleaseRule rule, Held version, Reader reader, Map<String, Clause> withheld) {
    if (holdings.date(version, reader.name()).isPresent()) {
      return Optional.empty();
    }
    return switch (rule.decide(reader, holdings.terms(version))) {
      case Decision.Withhold(Clause clause) -> {
        withheld.put(reader.name(), clause);
        yield Optional.empty();
      }
      case Decision.Release() -> {
        long date = dates.next(reader.name());
        holdings.grant(version.id(), reader.name(), date);
        yield Optional.of(new Grant(version, reader.name(), date));
      }
    };
  }

  private static Recipients recipients(Act act) {
    return act.to().isEmpty() ? new Recipients.Everyone() : new Recipients.Only(act.to());
  }

  private List<Reader> addressed(Act act) {
    Recipients recipients = recipients(act);
    return audience.readers().stream()
        .filter(reader -> recipients.admit(reader) && limit.admit(reader))
        .toList();
  }

  private Done withdraw(Act act, List<Held> versions) {
    boolean open = isOpen(versions);
    List<Move> moves = new ArrayList<>();
    for (Held version : versions) {
      for (String place : List.copyOf(holdings.readers(version).keySet())) {
        if (concerns(act, place)) {
          moves.add(retract(version, place, act.reason()));
        }
      }
    }
    if (moves.isEmpty()) {
      return Done.failed(act, "NOT_RELEASED: nobody there has it");
    }
    return new Done(act, true, "withdrawn from " + places(moves), versions, moves, open);
  }

  private Move retract(Held version, String place, String reason) {
    OptionalLong released = holdings.date(version, place);
    String shown = version.shownAt(released.orElseThrow());
    holdings.retract(version, place);
    return new Retract(version, place, dates.next(place), shown, reason);
  }

  /// A place that is not configured any more is concerned by what concerns what it was part of.
  private boolean concerns(Act act, String place) {
    Reader reader =
        audience.readers().stream()
            .filter(known -> known.name().equals(place))
            .findFirst()
            .orElseGet(() -> Reader.at(Recipient.ofName(place).orElseThrow()));
    return recipients(act).admit(reader);
  }

  private boolean isOpen(List<Held> versions) {
    return !audience.readers().isEmpty()
        && versions.stream()
            .allMatch(held ->
                audience.readers().stream()
                    .allMatch(reader -> holdings.date(held, reader.name()).isPresent()));
  }

  private static String places(List<Move> moves) {
    return String.join(", ", moves.stream().map(Move::audience).distinct().toList());
  }
}
