package org.entente.kit.cli;

import picocli.CommandLine.Command;

/** {@code entente witness}. */
@Command(
    name = "witness",
    description = "Witness transparency logs, beside your own systems (C2SP tlog-witness).",
    subcommands = {WitnessNewCommand.class, WitnessRunCommand.class})
final class WitnessCommand {}
