package org.entente.audit.administration;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.entente.audit.access.AccessStatement;
import org.entente.audit.identity.LogKeys;
import org.entente.audit.witness.WitnessConfig;

/** The rules this log is run by, as configured. */
final class ConfiguredRules {

  @Produces
  @Singleton
  Rules rules(LogKeys keys, WitnessConfig witnesses, AccessStatement access) {
    var policy = new ArrayList<>(access.lines());
    witnesses.policy().ifPresent(file -> policy.add("witness policy\n" + text(file)));
    return Rules.of(List.of(keys.ed25519().toString(), keys.mlDsa44().toString()), policy);
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the witness policy " + file, e);
    }
  }
}
