package org.entente.kit.cli;

import picocli.CommandLine.Command;

/** {@code entente keys}. */
@Command(
    name = "keys",
    description = "Make keys and look at certificates.",
    subcommands = {KeysNewCommand.class, KeysShowCommand.class})
final class KeysCommand {}
