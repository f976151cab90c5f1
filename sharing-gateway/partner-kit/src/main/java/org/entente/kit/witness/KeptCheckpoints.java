package org.entente.kit.witness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.entente.kit.file.AppendFile;
import org.entente.kit.file.Disk;
import org.entente.kit.file.FileTrouble;
import org.entente.log.Checkpoint;
import org.entente.log.EvidenceRejected;
import org.entente.log.SignedNote;
import org.entente.log.SignerKey;
import org.entente.log.WitnessRule;

/// What a witness has cosigned last, for each log: one file, replaced as a whole, named like the
/// address it is served at. Losing it would let a log show another past; so it is believed only
/// with the witness' own cosignature, and a file that cannot be read stops the witness instead of
/// beginning anew. `lock` keeps a second witness out. Not thread-safe.
public final class KeptCheckpoints implements AutoCloseable {

  private final Disk disk;
  private final Path folder;
  private final List<SignerKey> keys;
  private final AppendFile lock;

  /// Takes the folder; [FileTrouble] when another process has it.
  ///
  /// @param keys of the witness, one of which has signed whatever is kept
  public KeptCheckpoints(Disk disk, Path folder, List<SignerKey> keys) {
    this.disk = disk;
    this.folder = folder;
    this.keys = List.copyOf(keys);
    this.lock = disk.appending(folder.resolve("lock"));
  }

  /// The latest note cosigned for the log of this name; empty when there is none. [FileTrouble]
  /// when there is one that cannot be believed.
  public Optional<SignedNote> latest(String name) {
    Path file = folder.resolve(name);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      SignedNote note = SignedNote.parse(Files.readAllBytes(file));
      note.verify(keys.stream().map(SignerKey::verifier).toList());
      return Optional.of(note);
    } catch (IOException | EvidenceRejected e) {
      throw new FileTrouble(file + " is no checkpoint that this witness cosigned.", e);
    }
  }

  /// The latest checkpoint cosigned for the log.
  public Optional<Checkpoint> checkpoint(String origin) {
    return latest(WitnessRule.nameOf(origin)).map(note -> Checkpoint.parse(note.text()));
  }

  /// Keeps a cosigned note in place of the one before; durably, when this returns.
  public void keep(String origin, SignedNote note) {
    disk.replace(folder.resolve(WitnessRule.nameOf(origin)), note.toByteArray());
  }

  @Override
  public void close() {
    lock.close();
  }
}
