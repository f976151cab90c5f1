package org.entente.kit.cli;

import picocli.CommandLine.Command;

/** {@code entente exchange}: for whoever reviews what the parties agree on. */
@Command(
    name = "exchange",
    description = "Check what the parties agree on (reviewers, operators).",
    subcommands = {ExchangeCheckCommand.class})
final class ExchangeCommand {}
