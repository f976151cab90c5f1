package org.entente.kit.cli;

import picocli.CommandLine.Command;

/** {@code entente mirror}. */
@Command(
    name = "mirror",
    description = "Keep a verified copy of the whole log, and verify it offline.",
    subcommands = {MirrorRunCommand.class, MirrorVerifyCommand.class})
final class MirrorCommand {}
