package org.entente.kit.cli;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.entente.kit.check.ReleaseForecast;
import org.entente.stix.marking.Recipient;
import org.entente.stix.marking.Tlp;
import org.entente.stix.release.Reader;
import org.entente.stix.release.Recipients;
import org.entente.stix.release.ReleaseRule;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/// For whom, and under which manifest, release is told ahead.
final class Forecasting {

  @Option(
      names = "--reader",
      paramLabel = "PLACE",
      description =
          "Say what this place would see: eu, eu/cert-eu, eu/cert-eu/liaison; repeatable.")
  private List<String> readers = List.of();

  @Option(
      names = "--audience",
      paramLabel = "PLACE",
      description = "Whom the collection reaches; default: the readers' partners.")
  private List<String> audience = List.of();

  @Option(
      names = "--recipient",
      paramLabel = "PLACE",
      description = "Whom the manifest would name; default: everybody the collection reaches.")
  private List<String> recipients = List.of();

  @Option(
      names = "--tlp",
      paramLabel = "LEVEL",
      description = "What the manifest would claim: clear, green, amber, amber+strict, red.")
  private String tlp = "clear";

  /// @param usage makes the complaint about a word that is none
  ReleaseForecast forecast(Function<String, ParameterException> usage) {
    List<Reader> places =
        readers.stream().map(name -> Reader.at(Place.named(name, usage))).toList();
    Set<Recipient> reached =
        audience.isEmpty()
            ? places.stream()
                .map(reader -> Recipient.partner(reader.place().partner()))
                .collect(Collectors.toSet())
            : named(audience, usage);
    Recipients to =
        recipients.isEmpty()
            ? new Recipients.Everyone()
            : new Recipients.Only(named(recipients, usage));
    Tlp floor =
        Optional.of(tlp)
            .flatMap(Tlp::ofLabel)
            .orElseThrow(() -> usage.apply(tlp + " is no level of TLP 2.0."));
    return new ReleaseForecast(new ReleaseRule(reached, to, floor), places);
  }

  private static Set<Recipient> named(
      List<String> names, Function<String, ParameterException> usage) {
    return names.stream().map(name -> Place.named(name, usage)).collect(Collectors.toSet());
  }
}
