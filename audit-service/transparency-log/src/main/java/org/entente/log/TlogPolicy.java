package org.entente.log;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.entente.log.EvidenceRejected.Reason;

/// Whom a verifier trusts: the keys of logs, and the witnesses that must have cosigned (C2SP
/// tlog-policy).
///
/// Stricter than C2SP in one point: when the policy lists keys of one log of several types, one of
/// each type must have signed, not any. So a log whose Ed25519 key is broken one day is still held
/// by its ML-DSA-44 key; and a policy that lists two keys of one type, because the log is changing
/// it, accepts what either has signed.
///
/// @param logs keys of logs; the name of each is the log's origin
/// @param witnesses by the name the policy gives them
/// @param groups groups of witnesses by name
/// @param quorum the witness or group that must have cosigned, or [#NO_QUORUM]
public record TlogPolicy(
    List<VerifierKey> logs,
    Map<String, Witness> witnesses,
    Map<String, Group> groups,
    String quorum) {

  /// The quorum of a policy that asks for no cosignature.
  public static final String NO_QUORUM = "none";

  /// A witness.
  ///
  /// @param key that it cosigns with
  /// @param url prefix of its address (tlog-witness), if the policy names one
  public record Witness(VerifierKey key, Optional<String> url) {}

  /// A group has witnessed a checkpoint when enough of its members have.
  ///
  /// @param threshold how many members, from 1 to all
  /// @param members names of witnesses and groups defined before
  public record Group(int threshold, List<String> members) {

    /// Copies the members.
    public Group {
      members = List.copyOf(members);
    }
  }

  /// Copies the collections.
  public TlogPolicy {
    logs = List.copyOf(logs);
    witnesses = Map.copyOf(witnesses);
    groups = Map.copyOf(groups);
  }

  /// A policy that trusts these logs without witnesses.
  public static TlogPolicy ofLogs(List<VerifierKey> logs) {
    return new TlogPolicy(logs, Map.of(), Map.of(), NO_QUORUM);
  }

  /// Reads a policy file (UTF-8).
  ///
  /// @throws EvidenceRejected with `POLICY_MALFORMED` or `KEY_MALFORMED`, naming the line
  public static TlogPolicy parse(byte[] file) {
    return new PolicyReader().read(file);
  }

  /// The policy file of these logs, for a policy without witnesses.
  public static String text(List<VerifierKey> logs) {
    return logs.stream()
        .map(key -> "log " + key + "\n")
        .collect(Collectors.joining("", "", "quorum " + NO_QUORUM + "\n"));
  }

  /// The same trust without a quorum: what the logs alone say. A checkpoint is sequenced before it
  /// is witnessed.
  public TlogPolicy sequenced() {
    return new TlogPolicy(logs, witnesses, groups, NO_QUORUM);
  }

  /// Verifies a signed checkpoint.
  ///
  /// @return the checkpoint, which may now be believed
  /// @throws EvidenceRejected with the reasons of [#examine(SignedNote)], or `QUORUM_MISSING`
  public Checkpoint verify(SignedNote note) {
    WitnessedCheckpoint examined = examine(note);
    if (!examined.witnessed()) {
      throw new EvidenceRejected(
          Reason.QUORUM_MISSING,
          "cosigned by %s, which is not the quorum %s"
              .formatted(
                  examined.cosigned().isEmpty()
                      ? "nobody"
                      : String.join(", ", examined.cosigned().keySet()),
                  quorum));
    }
    return examined.checkpoint();
  }

  /// Verifies what the log signed, and every cosignature of a witness of this policy.
  ///
  /// @return the checkpoint, and who has cosigned it
  /// @throws EvidenceRejected with `CHECKPOINT_MALFORMED`, `LOG_UNKNOWN`, `SIGNATURE_INVALID` or
  ///   `SIGNATURE_MISSING`
  public WitnessedCheckpoint examine(SignedNote note) {
    Checkpoint checkpoint = Checkpoint.parse(note.text());
    List<VerifierKey> required =
        logs.stream().filter(key -> key.name().equals(checkpoint.origin())).toList();
    if (required.isEmpty()) {
      throw new EvidenceRejected(Reason.LOG_UNKNOWN, "no key for log " + checkpoint.origin());
    }
    requireEachType(note, required, note.verify(required));
    SortedMap<String, Instant> cosigned = new TreeMap<>();
    witnesses.forEach((name, witness) ->
        note.cosignature(witness.key()).ifPresent(line -> cosigned.put(name, line.time())));
    return new WitnessedCheckpoint(checkpoint, cosigned, holds(quorum, cosigned.keySet()));
  }

  private static void requireEachType(
      SignedNote note, List<VerifierKey> required, SequencedSet<VerifierKey> signers) {
    for (VerifierKey key : required) {
      if (signers.stream().noneMatch(signer -> signer.type() == key.type())) {
        throw note.missing(
            "no " + key.type() + " signature of " + key.name() + "+" + key.idHex(), required);
      }
    }
  }

  /// Whether these witnesses together make the quorum.
  ///
  /// @param names as the policy gives them
  public boolean isMetBy(Set<String> names) {
    return holds(quorum, names);
  }

  private boolean holds(String name, Set<String> cosigners) {
    Group group = groups.get(name);
    if (group == null) {
      return name.equals(NO_QUORUM) || cosigners.contains(name);
    }
    return group.members().stream().filter(member -> holds(member, cosigners)).count()
        >= group.threshold();
  }
}
