package org.entente.kit.cli;

import java.nio.file.Path;
import org.entente.kit.evidence.TrustFolder;
import org.entente.kit.journal.JournalReading;
import org.entente.kit.journal.JournalReading.Journal;
import org.entente.kit.profile.PartnerProfile;
import org.entente.kit.profile.ProfileInvalid;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which journal is read, and whose signatures count in it. */
final class OwnJournal {

  @Option(
      names = "--journal",
      paramLabel = "DIR",
      description = "The journal's folder. Default: the profile's journal.folder.")
  private @Nullable Path journal;

  Journal read(PartnerProfile profile) {
    Path named = journal;
    Path folder =
        named == null
            ? profile
                .journalFolder()
                .orElseThrow(() ->
                    new ProfileInvalid("The profile names no journal.folder; give --journal DIR."))
            : named;
    return JournalReading.of(folder, new TrustFolder(profile.trustFolder()).sequenceVerifier());
  }
}
