package org.entente.kit.cli;

import picocli.CommandLine.Command;

/** {@code entente release}. */
@Command(
    name = "release",
    description = "Release objects to more readers than they had so far.",
    footer = {
      "%nOf the latest version, unless one is named, and no further than its markings allow: what",
      "they withhold is told as RELEASE_WITHHELD. Whom it reaches gets the object with the time of",
      "this release. The act is signed and in the log. Example:",
      "  entente release indicator--7e57… -c 4b7f… --to eu/cert-eu --reason 'asked for'"
    })
final class ReleaseCommand extends ActCommand {

  @Override
  String act() {
    return "release";
  }

  /// What was left out by mistake must not make it go further.
  @Override
  boolean concernsEverybody() {
    return false;
  }
}
