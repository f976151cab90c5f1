package org.entente.audit.witness;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.entente.audit.identity.LogKeys;
import org.entente.log.TlogPolicy;
import org.entente.log.VerifierKey;

/** The policy of this log: whose cosignatures it needs. Thread-safe. */
@Singleton
public class Witnesses {

  private final String text;
  private final TlogPolicy policy;

  /** Reads the configured policy; one that does not trust this log's keys stops the start. */
  @Inject
  public Witnesses(WitnessConfig config, LogKeys keys) {
    this(config.policy().map(Witnesses::read), keys);
  }

  Witnesses(Optional<String> file, LogKeys keys) {
    text = file.orElseGet(() -> TlogPolicy.text(keys.everSigned().logs()));
    policy = TlogPolicy.parse(text.getBytes(StandardCharsets.UTF_8));
    // A verifier that does not know a key yet is content with the other of its type.
    var known = keys.signing().stream().filter(policy.logs()::contains).map(VerifierKey::type);
    if (known.distinct().count() < 2) {
      throw new IllegalStateException("the witness policy lacks a key of this log");
    }
  }

  /** Those of this policy; whose logs' keys it has is the caller's to see. */
  Witnesses(String text) {
    this.text = text;
    policy = TlogPolicy.parse(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the witness policy " + file, e);
    }
  }

  /** The policy file as it is configured; without one, the log's own keys and no witness. */
  public String text() {
    return text;
  }

  /** What a verifier of this log believes. */
  public TlogPolicy policy() {
    return policy;
  }

  /**
   * Whether these together make the quorum.
   *
   * @param names of their keys
   */
  boolean areQuorum(Set<String> names) {
    return policy.isMetBy(
        policy.witnesses().entrySet().stream()
            .filter(witness -> names.contains(witness.getValue().key().name()))
            .map(Map.Entry::getKey)
            .collect(Collectors.toSet()));
  }

  /** Those that can be asked. A key without an address is of the witness with the same key name. */
  List<WitnessAddress> addresses() {
    return policy.witnesses().values().stream()
        .filter(witness -> witness.url().isPresent())
        .map(witness -> address(witness.url().orElseThrow(), witness.key().name()))
        .toList();
  }

  private WitnessAddress address(String url, String name) {
    List<VerifierKey> keys =
        policy.witnesses().values().stream()
            .map(TlogPolicy.Witness::key)
            .filter(key -> key.name().equals(name))
            .toList();
    return new WitnessAddress(URI.create(url.endsWith("/") ? url : url + "/"), keys);
  }
}
