package org.entente.audit.identity;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Which log this is and how much may wait for it. */
@ConfigMapping(prefix = "entente.log")
public interface LogConfig {

  /** The log's name, also that of its keys: a URL without scheme, one per log for ever. */
  String origin();

  /** File with the Ed25519 key, one line in the private form of signed notes. */
  Path ed25519Key();

  /** File with the ML-DSA-44 key, one line in the same form. */
  @WithName("ml-dsa-44-key")
  Path mlDsa44Key();

  /**
   * Where fellow replicas reach this one, host and port. The one that leads writes it into the
   * log's head, and the others append through it. Without it the others only stand by.
   */
  Optional<String> address();

  /** Keys that take over: they sign beside the others until those are taken away. */
  Next next();

  /** File with the keys that have signed before, verifier keys one a line: never forgotten. */
  Optional<Path> formerKeys();

  /** Entries that may wait for the sequencer; beyond that, callers are told to come back. */
  @WithDefault("4096")
  int queueEntries();

  /**
   * How long a caller waits for durability before it is told that the log is unavailable. Shorter
   * than the callers' read timeout (2 s): they hear the refusal, and what nobody waits for any more
   * is dropped instead of sequenced.
   */
  @WithDefault("1500ms")
  Duration appendDeadline();

  /** Keys on their way in; none as a rule, one of a type when that is changed. */
  interface Next {

    /** File with the next Ed25519 key. */
    Optional<Path> ed25519Key();

    /** File with the next ML-DSA-44 key. */
    @WithName("ml-dsa-44-key")
    Optional<Path> mlDsa44Key();
  }
}
