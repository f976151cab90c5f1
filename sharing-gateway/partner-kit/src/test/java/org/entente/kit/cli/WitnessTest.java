package org.entente.kit.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.entente.kit.file.Disk;
import org.entente.kit.file.FileTrouble;
import org.entente.kit.witness.KeptCheckpoints;
import org.entente.kit.witness.Witness;
import org.entente.kit.witness.Witness.Answer;
import org.entente.log.AddCheckpoint;
import org.entente.log.Checkpoint;
import org.entente.log.KeyType;
import org.entente.log.NodeHash;
import org.entente.log.NoteSignature;
import org.entente.log.ProofBuilder;
import org.entente.log.SignedNote;
import org.entente.log.SignerKey;
import org.entente.log.TlogPolicy;
import org.entente.log.WitnessRule;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever happens to it, a witness never cosigns two histories. */
class WitnessTest {

  private static final List<SignerKey> KEYS =
      List.of(key(KeyType.ED25519_COSIGNATURE), key(KeyType.ML_DSA_44));
  private static final TlogPolicy OF_LOG =
      TlogPolicy.parse(new TestLog(1).policy().getBytes(UTF_8));

  private final TestLog log = new TestLog(1);
  private final List<SignedNote> notes = new ArrayList<>();
  @TempDir private Path folder;

  private static SignerKey key(KeyType type) {
    return SignerKey.ofSeed("witness.example", type, new byte[KeyType.SEED_BYTES]);
  }

  @BeforeEach
  void a_log_of_nine_entries() {
    notes.add(log.checkpoint());
    for (int i = 0; i < 9; i++) {
      log.append("{\"n\":" + i + "}");
      notes.add(log.checkpoint());
    }
  }

  @Test
  void its_lines_are_cosignatures_of_both_keys() {
    try (KeptCheckpoints kept = kept(Disk.real())) {
      Answer answer = witness(kept).addCheckpoint(request(0, 5));

      assertEquals(200, answer.status(), answer.body());
      List<NoteSignature> lines = answer.body().lines().map(NoteSignature::parse).toList();
      SignedNote cosigned = notes.get(5).with(lines);
      for (SignerKey key : KEYS) {
        assertEquals(
            Optional.of(Instant.EPOCH.plusSeconds(9)),
            cosigned.cosignature(key.verifier()).map(NoteSignature::time));
      }
      Answer latest = witness(kept).latest(WitnessRule.nameOf(TestLog.ORIGIN));
      assertEquals(cosigned.toString(), latest.body());
    }
  }

  @Test
  void killed_at_any_step_it_has_either_kept_or_not_answered() {
    for (int step = 1; ; step++) {
      Path here = folder.resolve("step" + step);
      int answered = dieAt(step, here);
      try (KeptCheckpoints kept = new KeptCheckpoints(Disk.real(), here, KEYS)) {
        int known = kept.checkpoint(TestLog.ORIGIN).map(c -> (int) c.size()).orElse(0);
        assertTrue(known >= answered, "answered " + answered + ", kept " + known);
        assertEquals(200, witness(kept).addCheckpoint(request(known, 9)).status());
        assertEquals(422, witness(kept).addCheckpoint(otherHistory()).status());
      }
      if (answered == 7) {
        assertTrue(step > 4, "it was killed at every step before");
        return;
      }
    }
  }

  /** The size of the last checkpoint that was answered. */
  private int dieAt(int step, Path here) {
    int answered = 0;
    try (KeptCheckpoints kept =
        new KeptCheckpoints(new Disk(new Killed.AtStep(step)), here, KEYS)) {
      for (int size : List.of(3, 5, 7)) {
        witness(kept).addCheckpoint(request(answered, size));
        answered = size;
      }
    } catch (Killed e) {
      return answered;
    }
    return answered;
  }

  @Test
  void of_many_at_once_each_continues_the_one_before() throws Exception {
    try (KeptCheckpoints kept = kept(Disk.real());
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Witness witness = witness(kept);
      List<Future<Answer>> answers = new ArrayList<>();
      for (int i = 0; i < 64; i++) {
        int size = 1 + i % 9;
        answers.add(threads.submit(() -> witness.addCheckpoint(request(0, size))));
      }
      int cosigned = 0;
      for (Future<Answer> answer : answers) {
        cosigned += answer.get().status() == 200 ? 1 : 0;
      }

      assertEquals(1, cosigned, "all but one came from a size that was no more the latest");
    }
  }

  @Test
  void what_it_cannot_believe_of_itself_stops_it() throws Exception {
    try (KeptCheckpoints kept = kept(Disk.real())) {
      witness(kept).addCheckpoint(request(0, 5));
      Path file = folder.resolve("witness").resolve(WitnessRule.nameOf(TestLog.ORIGIN));
      Files.writeString(file, notes.get(2).toString());

      assertThrows(FileTrouble.class, () -> witness(kept).addCheckpoint(request(2, 9)));
    }
  }

  @Test
  void one_folder_is_one_witness() {
    try (KeptCheckpoints kept = kept(Disk.real())) {
      assertThrows(FileTrouble.class, () -> kept(Disk.real()));
      assertEquals(200, witness(kept).addCheckpoint(request(0, 5)).status());
    }
  }

  private KeptCheckpoints kept(Disk disk) {
    return new KeptCheckpoints(disk, folder.resolve("witness"), KEYS);
  }

  private static Witness witness(KeptCheckpoints kept) {
    Clock clock = Clock.fixed(Instant.EPOCH.plusSeconds(9), java.time.ZoneOffset.UTC);
    return new Witness(new WitnessRule(OF_LOG.logs()), KEYS, kept, clock);
  }

  private byte[] request(int old, int size) {
    List<NodeHash> proof =
        old == 0 ? List.of() : new ProofBuilder(log, size).consistency(old).path();
    return new AddCheckpoint(old, proof, notes.get(size)).toByteArray();
  }

  /** Nine other entries, signed by the same log. */
  private static byte[] otherHistory() {
    TestLog other = new TestLog(1);
    for (int i = 0; i < 9; i++) {
      other.append("{\"m\":" + i + "}");
    }
    Checkpoint checkpoint = Checkpoint.parse(other.checkpoint().text());
    return new AddCheckpoint(checkpoint.size(), List.of(), other.checkpoint()).toByteArray();
  }
}
