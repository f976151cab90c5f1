package org.entente.log;

import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.stream.Collectors;
import org.entente.log.EvidenceRejected.Reason;

/// Whom a verifier trusts: the keys of logs, and the witnesses that must have cosigned (C2SP
/// tlog-policy).
///
/// Stricter than C2SP in one point: when the policy lists several keys of one log, all of them must
/// have signed, not any. So a log whose Ed25519 key is broken one day is still held by its
/// ML-DSA-44 key.
///
/// @param logs keys of logs; the name of each is the log's origin
/// @param witnesses keys of witnesses by the name the policy gives them
/// @param groups groups of witnesses by name
/// @param quorum the witness or group that must have cosigned, or [#NO_QUORUM]
public record TlogPolicy(
    List<VerifierKey> logs,
    Map<String, VerifierKey> witnesses,
    Map<String, Group> groups,
    String quorum) {

  /// The quorum of a policy that asks for no cosignature.
  public static final String NO_QUORUM = "none";

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

  /// Verifies a signed checkpoint.
  ///
  /// @return the checkpoint, which may now be believed
  /// @throws EvidenceRejected with `CHECKPOINT_MALFORMED`, `LOG_UNKNOWN`, `SIGNATURE_INVALID`,
  ///   `SIGNATURE_MISSING` or `QUORUM_UNSUPPORTED`
  public Checkpoint verify(SignedNote note) {
    Checkpoint checkpoint = Checkpoint.parse(note.text());
    List<VerifierKey> required =
        logs.stream().filter(key -> key.name().equals(checkpoint.origin())).toList();
    if (required.isEmpty()) {
      throw new EvidenceRejected(Reason.LOG_UNKNOWN, "no key for log " + checkpoint.origin());
    }
    SequencedSet<VerifierKey> signers = note.verify(required);
    for (VerifierKey key : required) {
      if (!signers.contains(key)) {
        throw new EvidenceRejected(
            Reason.SIGNATURE_MISSING,
            "no " + key.type() + " signature of " + key.name() + "+" + key.idHex());
      }
    }
    if (!quorum.equals(NO_QUORUM)) {
      throw new EvidenceRejected(
          Reason.QUORUM_UNSUPPORTED, "cannot judge cosignatures for quorum " + quorum);
    }
    return checkpoint;
  }
}
