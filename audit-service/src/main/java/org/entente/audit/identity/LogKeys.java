package org.entente.audit.identity;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.entente.log.Checkpoint;
import org.entente.log.CompactRange;
import org.entente.log.KeyType;
import org.entente.log.SignedNote;
import org.entente.log.SignerKey;
import org.entente.log.TlogPolicy;
import org.entente.log.VerifierKey;

/**
 * The log's origin and its keys: one of each type signs, and while one is being changed the next
 * one as well. Thread-safe.
 */
@Singleton
public class LogKeys {

  private final String origin;
  private final List<SignerKey> signing;
  private final List<VerifierKey> former;

  /** Reads the configured key files; wrong ones stop the start. */
  @Inject
  public LogKeys(LogConfig config) {
    this(
        config.origin(),
        KeyFiles.signer(config.ed25519Key()),
        KeyFiles.signer(config.mlDsa44Key()),
        KeyFiles.next(config),
        config.formerKeys().map(KeyFiles::verifiers).orElse(List.of()));
  }

  /** These keys, both named after the origin. */
  public LogKeys(String origin, SignerKey ed25519, SignerKey mlDsa44) {
    this(origin, ed25519, mlDsa44, List.of(), List.of());
  }

  /**
   * These keys, all named after the origin.
   *
   * @param next sign beside the two
   * @param former have signed before, and do no more
   */
  public LogKeys(
      String origin,
      SignerKey ed25519,
      SignerKey mlDsa44,
      List<SignerKey> next,
      List<VerifierKey> former) {
    this.origin = origin;
    var signers = new ArrayList<SignerKey>();
    signers.add(checked(ed25519, KeyType.ED25519));
    signers.add(checked(mlDsa44, KeyType.ML_DSA_44));
    next.forEach(key -> signers.add(checked(key, key.verifier().type())));
    this.signing = List.copyOf(signers);
    this.former = List.copyOf(former);
    this.former.forEach(this::requireOfThisLog);
  }

  private SignerKey checked(SignerKey key, KeyType type) {
    if (key.verifier().type() != type) {
      throw new IllegalStateException(key + " is not the " + type + " key of " + origin);
    }
    requireOfThisLog(key.verifier());
    return key;
  }

  private void requireOfThisLog(VerifierKey key) {
    var signs = key.type() == KeyType.ED25519 || key.type() == KeyType.ML_DSA_44;
    if (!signs || !key.name().equals(origin)) {
      throw new IllegalStateException(key + " is no key of " + origin);
    }
  }

  /** The checkpoint of this tree, signed by all keys that sign. */
  public SignedNote sign(CompactRange tree, Instant at) {
    return new Checkpoint(origin, tree.size(), tree.root()).sign(signing, at);
  }

  public String origin() {
    return origin;
  }

  /** The Ed25519 key that signs. */
  public VerifierKey ed25519() {
    return signing.getFirst().verifier();
  }

  /** The ML-DSA-44 key that signs. */
  public VerifierKey mlDsa44() {
    return signing.get(1).verifier();
  }

  /** All keys that sign, those on their way in last. */
  public List<VerifierKey> signing() {
    return signing.stream().map(SignerKey::verifier).toList();
  }

  /** What anything this log ever signed is verified by. */
  public TlogPolicy everSigned() {
    return TlogPolicy.ofLogs(
        Stream.concat(signing().stream(), former.stream()).distinct().toList());
  }
}
