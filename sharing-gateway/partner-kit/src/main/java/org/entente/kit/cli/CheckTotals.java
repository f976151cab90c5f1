package org.entente.kit.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.entente.kit.check.CheckedObject;
import org.entente.kit.check.ReleaseForecast;
import org.entente.kit.check.Remark;
import org.entente.kit.wording.Counted;
import org.entente.stix.marking.Pap;
import org.entente.stix.marking.Terms;
import org.entente.stix.marking.Tlp;
import org.entente.stix.release.Clause;

/// Tells what is wrong with objects, and who would see them.
final class CheckTotals {

  /// How much is told.
  ///
  /// @param warnings each of them, not only how many of a kind
  /// @param clauses those that admit a reader, too
  record Detail(boolean warnings, boolean clauses) {}

  private final ReleaseForecast forecast;
  private final Detail detail;
  private final Report report = new Report();
  private final Map<String, Integer> warned = new TreeMap<>();
  private final Map<String, Integer> released = new LinkedHashMap<>();
  private final List<Object> judged = new ArrayList<>();
  private int errors;
  private int warnings;

  CheckTotals(ReleaseForecast forecast, Detail detail) {
    this.forecast = forecast;
    this.detail = detail;
  }

  void add(CheckedObject object) {
    errors += object.counts().errors();
    warnings += object.counts().warnings();
    object.remarks().forEach(remark -> tell(object.id(), remark));
    untold(object);
    Map<String, Set<Clause>> withholding = forecast.withholding(object);
    withholding.forEach((reader, clauses) -> {
      released.merge(reader, clauses.isEmpty() && object.isValid() ? 1 : 0, Integer::sum);
      tell(object.id(), reader, clauses);
    });
    judged.add(members(object, withholding));
  }

  private void tell(String id, Remark remark) {
    if (remark.error() || detail.warnings()) {
      String section = remark.section().isEmpty() ? "" : " (" + remark.section() + ")";
      report.line(
          "%s: %s %s %s: %s%s"
              .formatted(
                  id,
                  remark.error() ? "ERROR" : "warning",
                  remark.code(),
                  remark.pointer(),
                  remark.text(),
                  section));
    } else {
      warned.merge(remark.code(), 1, Integer::sum);
    }
  }

  private void untold(CheckedObject object) {
    int told = object.remarks().size();
    int all = object.counts().errors() + object.counts().warnings();
    if (all > told) {
      report.line(object.id() + ": and " + (all - told) + " more.");
    }
  }

  private void tell(String id, String reader, Set<Clause> withholding) {
    if (!withholding.isEmpty()) {
      report.line(id + ": withheld from " + reader + ": " + text(withholding, false));
    } else if (detail.clauses()) {
      report.line(id + ": released to " + reader + ": " + text(Set.of(Clause.values()), true));
    }
  }

  private static String text(Set<Clause> clauses, boolean admits) {
    return clauses.stream()
        .sorted()
        .map(clause -> clause + ", " + clause.text(admits))
        .collect(Collectors.joining("; "));
  }

  Report report() {
    warned.forEach((code, number) -> report.line(number + " × warning " + code));
    released.forEach((reader, number) ->
        report.line(reader + " would see " + number + " of " + judged.size() + "."));
    return report
        .put("objects", judged.size())
        .put("errors", errors)
        .put("warnings", warnings)
        .put("released", released)
        .put("judged", judged)
        .line(
            String.join(
                    ", ",
                    Counted.of(judged.size(), "object"),
                    Counted.of(errors, "error"),
                    Counted.of(warnings, "warning"))
                + ".")
        .exit(errors == 0 ? ExitCode.OK : ExitCode.NOT_VERIFIED);
  }

  private Map<String, Object> members(CheckedObject object, Map<String, Set<Clause>> withholding) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("id", object.id());
    members.put("remarks", object.remarks().stream().map(CheckTotals::members).toList());
    members.put("terms", members(forecast.terms(object)));
    Map<String, Object> withheld = new LinkedHashMap<>();
    withholding.forEach(
        (reader, clauses) -> withheld.put(reader, clauses.stream().map(Clause::name).toList()));
    members.put("withheld", withheld);
    return members;
  }

  private static Map<String, Object> members(Remark remark) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("severity", remark.error() ? "error" : "warning");
    members.put("code", remark.code());
    members.put("pointer", remark.pointer());
    members.put("section", remark.section());
    members.put("text", remark.text());
    return members;
  }

  /// Under the names a dry run at the exchange gives them.
  private static Map<String, Object> members(Terms terms) {
    Map<String, Object> members = new LinkedHashMap<>();
    terms.tlp().map(Tlp::label).ifPresent(level -> members.put("tlp", level));
    terms.pap().map(Pap::label).ifPresent(level -> members.put("pap", level));
    members.put("onward_release", terms.onward().label());
    members.put("originator_control", terms.originatorControl());
    members.put("unreadable_markings", terms.unknown());
    return members;
  }
}
