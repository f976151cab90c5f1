package org.entente.kit.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.entente.kit.client.LogClient;
import org.entente.kit.evidence.TrustFolder;
import org.entente.log.Checkpoint;
import org.entente.log.SignedNote;
import picocli.CommandLine.Command;

/** {@code entente log checkpoint}. */
@Command(
    name = "checkpoint",
    description = "Fetch the newest checkpoint and verify its signatures.",
    footer = {
      "%nKeep it: nobody can change the past it signs unseen. Example:",
      "  entente log checkpoint -p eu-auditor.properties"
    })
final class LogCheckpointCommand extends EntenteCommand {

  @Override
  Report run() {
    byte[] note = new LogClient(session()).checkpoint();
    Checkpoint checkpoint =
        new TrustFolder(profile().trustFolder())
            .logPolicy()
            .sequenced()
            .verify(SignedNote.parse(note));
    Report report =
        new Report()
            .put("log", checkpoint.origin())
            .put("size", checkpoint.size())
            .put("root", checkpoint.root().toString())
            .put("note", new String(note, UTF_8));
    new String(note, UTF_8).lines().forEach(report::line);
    return report;
  }
}
