package org.entente.log;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// What a witness answers to `add-checkpoint` (C2SP tlog-witness): it cosigns only what continues
/// what it cosigned before, so that nobody can be shown another history under its name. Pure:
/// whoever uses it must decide, keep and answer under one lock, and keep before answering.
///
/// @param logs keys of the logs that are witnessed; the name of each is the log's origin
public record WitnessRule(List<VerifierKey> logs) {

  /// Copies the list.
  public WitnessRule {
    logs = List.copyOf(logs);
  }

  /// The name under which witnesses serve a log's latest checkpoint: `GET /<name>/checkpoint`.
  public static String nameOf(String origin) {
    return MerkleHasher.sha256(KeyName.utf8(origin)).toString();
  }

  /// What to do with a request.
  public sealed interface Verdict {

    /// Keep this checkpoint, then cosign it.
    ///
    /// @param note as the log signed it, without lines of others
    record Cosign(Checkpoint checkpoint, SignedNote note) implements Verdict {}

    /// 409: the sender must prove from this size.
    record Conflict(long latest) implements Verdict {}

    /// Any other refusal.
    ///
    /// @param status of HTTP: 400, 403, 404 or 422
    record Refuse(int status, String detail) implements Verdict {
      private static Refuse of(int status, EvidenceRejected e) {
        return new Refuse(status, e.reason() + ": " + e.detail());
      }
    }
  }

  /// Decides on a request.
  ///
  /// @param latest the checkpoint kept last for an origin
  public Verdict decide(byte[] request, Function<String, Optional<Checkpoint>> latest) {
    try {
      AddCheckpoint asked = AddCheckpoint.parse(request);
      Checkpoint checkpoint = Checkpoint.parse(asked.note().text());
      List<VerifierKey> keys =
          logs.stream().filter(key -> key.name().equals(checkpoint.origin())).toList();
      return untrusted(asked.note(), keys)
          .or(() -> contradicts(asked, checkpoint, latest.apply(checkpoint.origin())))
          .orElseGet(() -> new Verdict.Cosign(checkpoint, asked.note().only(keys)));
    } catch (EvidenceRejected e) {
      return Verdict.Refuse.of(400, e);
    }
  }

  private static Optional<Verdict> untrusted(SignedNote note, List<VerifierKey> keys) {
    // 404: a log that is none of ours.
    if (keys.isEmpty()) {
      return Optional.of(new Verdict.Refuse(404, "no such log here"));
    }
    try {
      // 403: not signed by the log. C2SP asks for one trusted key, every verifier here for one of
      // each type.
      TlogPolicy.ofLogs(keys).verify(note);
      return Optional.empty();
    } catch (EvidenceRejected e) {
      return Optional.of(Verdict.Refuse.of(403, e));
    }
  }

  private static Optional<Verdict> contradicts(
      AddCheckpoint asked, Checkpoint checkpoint, Optional<Checkpoint> kept) {
    // 400: a proof backwards.
    if (Long.compareUnsigned(asked.oldSize(), checkpoint.size()) > 0) {
      return Optional.of(new Verdict.Refuse(400, "the old size is above the checkpoint's"));
    }
    // 409, with the size to prove from: the sender knows another latest checkpoint than we.
    long latest = kept.map(Checkpoint::size).orElse(0L);
    if (asked.oldSize() != latest) {
      return Optional.of(new Verdict.Conflict(latest));
    }
    RootHash root = kept.map(Checkpoint::root).orElseGet(RootHash::empty);
    try {
      // 422: it does not continue what was cosigned; of equal size with another root it is a second
      // history, and both notes together prove it.
      new ConsistencyProof(latest, checkpoint.size(), asked.proof())
          .verify(root, checkpoint.root());
      return Optional.empty();
    } catch (EvidenceRejected e) {
      return Optional.of(Verdict.Refuse.of(422, e));
    }
  }
}
