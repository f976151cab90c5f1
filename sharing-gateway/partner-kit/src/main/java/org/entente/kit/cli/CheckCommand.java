package org.entente.kit.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.entente.kit.check.CheckedObject;
import org.entente.kit.check.ObjectCheck;
import org.entente.kit.check.ReleaseForecast;
import org.entente.kit.stix.StixPiece;
import org.entente.kit.stix.StixSlice;
import org.entente.kit.stix.StixUnreadable;
import org.entente.kit.submit.InputFiles;
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
      "%nTakes what submit takes. Exit code 1: the exchange would refuse an object. Each remark has a",
      "rule, a JSON pointer and the section that demands it. With --reader it also says which clause",
      "of the release rule withholds what from whom. What the exchange holds already (versions,",
      "owners, marking-definitions) and its warning lists are not known here. Examples:",
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
  private boolean warnings;

  @Option(names = "--explain", description = "With --reader, also tell which clauses admit it.")
  private boolean clauses;

  @Mixin private Forecasting forecasting = new Forecasting();

  @Override
  Report run() {
    ReleaseForecast forecast = forecasting.forecast(this::usage);
    CheckTotals totals = new CheckTotals(forecast, new CheckTotals.Detail(warnings, clauses));
    forecast.judge(checked()).forEach(totals::add);
    return totals.report();
  }

  private List<CheckedObject> checked() {
    ObjectCheck check = new ObjectCheck(Validator.of(profileOfRules()));
    List<CheckedObject> objects = new ArrayList<>();
    try (InputFiles input = new InputFiles(files, edge().in(), Limits.USUAL.bytes())) {
      for (Optional<StixPiece> next = input.next(); next.isPresent(); next = input.next()) {
        objects.addAll(taken(next.get(), check));
      }
    }
    objects.addAll(check.finish());
    if (objects.isEmpty()) {
      throw new StixUnreadable("There is no object to check.");
    }
    return objects;
  }

  private Profile profileOfRules() {
    return Profile.of(rules).orElseThrow(() -> usage("--rules is strict-gov or compat."));
  }

  private static List<CheckedObject> taken(StixPiece piece, ObjectCheck check) {
    return switch (piece) {
      case StixSlice slice -> check.add(shown(slice.id()), slice.bytes());
      case StixPiece.TooLong(String id, long length) -> {
        check.addTooLong(shown(id), length, Limits.USUAL.bytes());
        yield List.of();
      }
    };
  }

  private static String shown(String id) {
    return id.isEmpty() ? "-" : id;
  }
}
