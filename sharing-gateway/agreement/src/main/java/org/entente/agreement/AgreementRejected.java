package org.entente.agreement;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** The file cannot be used. Holds all that is wrong with it, in the order of the file. */
public final class AgreementRejected extends RuntimeException {

  private final transient List<Fault> faults;

  AgreementRejected(Path file, List<Fault> faults) {
    super(
        faults.stream()
            .sorted()
            .map(fault -> file + ":" + fault)
            .collect(Collectors.joining("\n", "", "")));
    this.faults = faults.stream().sorted().toList();
  }

  /** All faults, in the order of the file; at least one. */
  public List<Fault> faults() {
    return faults;
  }
}
