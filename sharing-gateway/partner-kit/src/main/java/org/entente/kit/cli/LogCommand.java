package org.entente.kit.cli;

import picocli.CommandLine.Command;

/** {@code entente log}: for auditors. */
@Command(
    name = "log",
    description = "Read and verify the log (auditors).",
    subcommands = {
      LogSearchCommand.class,
      LogVerifyCommand.class,
      LogReceiptCommand.class,
      LogCheckpointCommand.class
    })
final class LogCommand {}
