package org.entente.kit.cli;

import picocli.CommandLine.Command;

/** {@code entente journal}: the client's own record of its requests. */
@Command(
    name = "journal",
    description = "The client's own record of what it asked the exchange.",
    subcommands = JournalVerifyCommand.class)
final class JournalCommand {}
