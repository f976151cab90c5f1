package org.entente.kit.cli;

import java.util.function.Function;
import org.entente.stix.marking.Recipient;
import picocli.CommandLine.ParameterException;

/// Names of partners, agencies and roles on the command line.
final class Place {

  private Place() {}

  /// @param usage makes the complaint about a name that is none
  static Recipient named(String name, Function<String, ParameterException> usage) {
    return Recipient.ofName(name)
        .or(() -> Recipient.ofUrn(name))
        .orElseThrow(() -> usage.apply(name + " is no place; write eu, eu/cert-eu or its URN."));
  }
}
