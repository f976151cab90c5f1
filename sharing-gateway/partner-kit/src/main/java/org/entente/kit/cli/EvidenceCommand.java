package org.entente.kit.cli;

import picocli.CommandLine.Command;

/** {@code entente evidence}. */
@Command(
    name = "evidence",
    description = "Take records away with all that proves them, and verify such packs offline.",
    subcommands = {EvidenceExportCommand.class, EvidenceVerifyCommand.class})
final class EvidenceCommand {}
