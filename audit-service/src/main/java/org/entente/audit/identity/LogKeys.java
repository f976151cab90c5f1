package org.entente.audit.identity;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.entente.log.Checkpoint;
import org.entente.log.CompactRange;
import org.entente.log.KeyType;
import org.entente.log.SignedNote;
import org.entente.log.SignerKey;
import org.entente.log.VerifierKey;

/** The log's origin and its two keys. Thread-safe. */
@Singleton
public class LogKeys {

  private final String origin;
  private final SignerKey ed25519;
  private final SignerKey mlDsa44;

  /** Reads the configured key files; wrong ones stop the start. */
  @Inject
  public LogKeys(LogConfig config) {
    this(config.origin(), read(config.ed25519Key()), read(config.mlDsa44Key()));
  }

  /** These keys, both named after the origin. */
  public LogKeys(String origin, SignerKey ed25519, SignerKey mlDsa44) {
    this.origin = origin;
    this.ed25519 = checked(origin, ed25519, KeyType.ED25519);
    this.mlDsa44 = checked(origin, mlDsa44, KeyType.ML_DSA_44);
  }

  private static SignerKey read(Path file) {
    try {
      return SignerKey.parse(Files.readString(file).strip());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the log's key file " + file, e);
    }
  }

  private static SignerKey checked(String origin, SignerKey key, KeyType type) {
    if (key.verifier().type() != type || !key.verifier().name().equals(origin)) {
      throw new IllegalStateException(key + " is not the " + type + " key of " + origin);
    }
    return key;
  }

  /** The checkpoint of this tree, signed by both keys. */
  public SignedNote sign(CompactRange tree, Instant at) {
    return new Checkpoint(origin, tree.size(), tree.root()).sign(List.of(ed25519, mlDsa44), at);
  }

  public String origin() {
    return origin;
  }

  public VerifierKey ed25519() {
    return ed25519.verifier();
  }

  public VerifierKey mlDsa44() {
    return mlDsa44.verifier();
  }
}
