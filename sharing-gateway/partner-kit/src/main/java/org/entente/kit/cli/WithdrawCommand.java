package org.entente.kit.cli;

import picocli.CommandLine.Command;

/** {@code entente withdraw}. */
@Command(
    name = "withdraw",
    description = "Take objects back from readers that have them.",
    footer = {
      "%nOf all versions, unless one is named. Whoever had it no longer finds it and is told so, with",
      "the reason; nobody can take back what was read before. An object that turned out to be wrong",
      "is revoked instead: submit a version with \"revoked\":true. Example:",
      "  entente withdraw indicator--7e57… -c 4b7f… --to eu --reason 'names a source'"
    })
final class WithdrawCommand extends ActCommand {

  @Override
  String act() {
    return "withdraw";
  }

  @Override
  boolean concernsEverybody() {
    return true;
  }
}
