package org.entente.kit.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.entente.kit.check.CheckedObject;
import org.entente.kit.check.ReleaseForecast;
import org.entente.kit.stix.StixPiece;
import org.entente.kit.stix.StixSlice;
import org.entente.kit.submit.InputFiles;
import org.entente.kit.wording.Counted;
import org.entente.stix.release.Clause;
import org.entente.stix.rule.Limits;
import org.entente.stix.rule.Profile;
import org.entente.stix.rule.Validator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code entente check}. */
@Command(
    name = "check",
    description = "Check objects as the exchange would, offline: STIX 2.1, secrets, release.",
    footer = {
      "%nTakes what submit takes. Exit code 1: the exchange would refuse an object. With --reader it",
      "also says which clause of the release rule withholds what from whom. Examples:",
      "  entente check warning.json",
      "  entente check --reader eu/cert-eu --audience eu --recipient eu/cert-eu warning.json"
    })
final class CheckCommand extends EntenteCommand {

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "Files, folders, or -.")
  private List<Path> files = new ArrayList<>();

  @Option(
      names = "--rules",
      paramLabel = "NAME",
      description = "How strictly: strict-gov (default) or compat.")
  private String rules = Profile.STRICT_GOV.label();

  @Option(names = "--warnings", description = "Tell each warning, not only how many of each kind.")
  private boolean each;

  @Mixin private Forecasting forecasting = new Forecasting();

  private final Map<String, Integer> warned = new TreeMap<>();
  private final Map<String, Integer> released = new LinkedHashMap<>();
  private final List<Object> judged = new ArrayList<>();
  private int errors;
  private int warnings;

  @Override
  Report run() {
    List<CheckedObject> objects = checked();
    ReleaseForecast forecast = forecasting.forecast(this::usage);
    objects.forEach(forecast::note);
    Report report = new Report();
    objects.forEach(object -> tell(object, forecast.of(object), report));
    warned.forEach((code, number) -> report.line(number + " × warning " + code));
    released.forEach((reader, number) ->
        report.line(reader + " would see " + number + " of " + objects.size() + "."));
    return report
        .put("objects", objects.size())
        .put("errors", errors)
        .put("warnings", warnings)
        .put("released", released)
        .put("judged", judged)
        .line(
            String.join(
                    ", ",
                    Counted.of(objects.size(), "object"),
                    Counted.of(errors, "error"),
                    Counted.of(warnings, "warning"))
                + ".")
        .exit(errors == 0 ? ExitCode.OK : ExitCode.NOT_VERIFIED);
  }

  private List<CheckedObject> checked() {
    Validator validator =
        Validator.of(
            Profile.of(rules).orElseThrow(() -> usage("--rules is strict-gov or compat.")));
    List<CheckedObject> objects = new ArrayList<>();
    try (InputFiles input = new InputFiles(files, edge().in(), Limits.USUAL.bytes())) {
      for (Optional<StixPiece> next = input.next(); next.isPresent(); next = input.next()) {
        objects.add(checked(next.get(), validator));
      }
    }
    return objects;
  }

  private static CheckedObject checked(StixPiece piece, Validator validator) {
    return switch (piece) {
      case StixSlice slice -> CheckedObject.of(shown(slice.id()), slice.bytes(), validator);
      case StixPiece.TooLong(String id, long length) ->
          CheckedObject.tooLong(shown(id), length, Limits.USUAL.bytes());
    };
  }

  private static String shown(String id) {
    return id.isEmpty() ? "-" : id;
  }

  private void tell(CheckedObject object, Map<String, Set<Clause>> forecast, Report report) {
    errors += object.errors();
    warnings += object.remarks().size() - object.errors();
    object.remarks().forEach(remark -> tell(object.id(), remark, report));
    forecast.forEach((reader, clauses) -> {
      boolean seen = clauses.isEmpty() && object.errors() == 0;
      released.merge(reader, seen ? 1 : 0, Integer::sum);
      if (!clauses.isEmpty()) {
        report.line(object.id() + ": withheld from " + reader + ": " + text(clauses));
      }
    });
    judged.add(members(object, forecast));
  }

  private void tell(String id, CheckedObject.Remark remark, Report report) {
    if (remark.error() || each) {
      String severity = remark.error() ? "ERROR" : "warning";
      report.line(
          "%s: %s %s %s: %s"
              .formatted(id, severity, remark.code(), remark.pointer(), remark.text()));
    } else {
      warned.merge(remark.code(), 1, Integer::sum);
    }
  }

  private static String text(Set<Clause> clauses) {
    return clauses.stream()
        .map(clause -> clause + ", " + clause.text(false))
        .collect(Collectors.joining("; "));
  }

  private static Map<String, Object> members(
      CheckedObject object, Map<String, Set<Clause>> forecast) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("id", object.id());
    members.put("remarks", object.remarks().stream().map(CheckCommand::members).toList());
    Map<String, Object> withheld = new LinkedHashMap<>();
    forecast.forEach(
        (reader, clauses) -> withheld.put(reader, clauses.stream().map(Clause::name).toList()));
    members.put("withheld", withheld);
    return members;
  }

  private static Map<String, Object> members(CheckedObject.Remark remark) {
    return Map.of(
        "severity", remark.error() ? "error" : "warning",
        "code", remark.code(),
        "pointer", remark.pointer(),
        "text", remark.text());
  }
}
