package org.entente.kit.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.entente.kit.file.Disk;
import org.entente.kit.file.FileMismatch;
import org.entente.kit.file.FileTrouble;
import org.entente.kit.submit.Journal;
import org.entente.kit.submit.Plan;
import org.entente.kit.submit.Plan.Destination;

/// The journal of a run: the one that was named, or one that ends with the run.
final class JournalFile implements AutoCloseable {

  private final Path file;
  private final boolean temporary;
  private final Journal journal;

  private JournalFile(Path file, boolean temporary, Disk disk) {
    this.file = file;
    this.temporary = temporary;
    this.journal = new Journal(disk.appending(file));
  }

  static JournalFile open(Optional<Path> named, Disk disk) {
    try {
      return named.isPresent()
          ? new JournalFile(named.get(), false, disk)
          : new JournalFile(Files.createTempFile("entente", ".journal"), true, disk);
    } catch (IOException e) {
      throw new FileTrouble("No temporary file can be made.", e);
    }
  }

  Journal journal() {
    return journal;
  }

  /// The plan the journal was begun with, or a new one. [FileMismatch] when it was begun for
  /// something else.
  ///
  /// @param jti the id the command line names
  Plan plan(Destination destination, Optional<UUID> jti, Supplier<Plan> fresh) {
    Optional<Plan> known = journal.plan();
    if (known.isEmpty()) {
      Plan begun = fresh.get();
      journal.begin(begun);
      return begun;
    }
    Plan plan = known.get();
    if (!plan.destination().equals(destination) || !plan.seed().equals(jti.orElse(plan.seed()))) {
      throw new FileMismatch(
          file
              + " is the journal of another submission: exchange, collection, recipients or --jti"
              + " differ. Name another --journal.");
    }
    return plan;
  }

  @Override
  public void close() {
    journal.close();
    if (temporary) {
      try {
        Files.delete(file);
      } catch (IOException e) {
        throw new FileTrouble(file + " cannot be deleted.", e);
      }
    }
  }
}
