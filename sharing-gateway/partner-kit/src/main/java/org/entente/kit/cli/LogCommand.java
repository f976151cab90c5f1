package org.entente.kit.cli;

import picocli.CommandLine.Command;

/** {@code entente log}: for auditors, and its keys for its operator. */
@Command(
    name = "log",
    description = "Read and verify the log (auditors), and make its keys (operators).",
    subcommands = {
      LogSearchCommand.class,
      LogVerifyCommand.class,
      LogReceiptCommand.class,
      LogCheckpointCommand.class,
      LogNewCommand.class
    })
final class LogCommand {}
