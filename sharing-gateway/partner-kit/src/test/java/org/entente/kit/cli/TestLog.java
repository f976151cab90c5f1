package org.entente.kit.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.entente.log.Checkpoint;
import org.entente.log.ConsistencyProof;
import org.entente.log.EntryBundle;
import org.entente.log.EntryBundleCoordinates;
import org.entente.log.KeyType;
import org.entente.log.LeafHash;
import org.entente.log.NodeHash;
import org.entente.log.Octets;
import org.entente.log.ProofBuilder;
import org.entente.log.SignedNote;
import org.entente.log.SignerKey;
import org.entente.log.Tile;
import org.entente.log.TileCoordinates;
import org.entente.log.TileSource;
import org.entente.log.TlogPolicy;
import org.entente.log.TlogProof;

/** A real log in memory, signed with both kinds of keys, whose past can be rewritten. */
final class TestLog implements TileSource {

  static final String ORIGIN = "exchange.entente.example/2026";

  private final List<SignerKey> keys;
  private final List<Octets> entries = new ArrayList<>();
  private final List<LeafHash> leaves = new ArrayList<>();
  private final Map<TileCoordinates, Tile> full = new HashMap<>();
  private Optional<UnaryOperator<String>> told = Optional.empty();

  /** {@code seed} tells one log's keys from another's. */
  TestLog(int seed) {
    byte[] bytes = new byte[KeyType.SEED_BYTES];
    bytes[0] = (byte) seed;
    keys =
        List.of(
            SignerKey.ofSeed(ORIGIN, KeyType.ED25519, bytes),
            SignerKey.ofSeed(ORIGIN, KeyType.ML_DSA_44, bytes));
  }

  /** The handle as the exchange's answers carry it. */
  synchronized String append(String record) {
    entries.add(Octets.utf8(record));
    leaves.add(LeafHash.ofEntry(record.getBytes(UTF_8)));
    return entries.size() - 1 + ";" + leaf(entries.size() - 1);
  }

  /** From now on each reading of entries is one itself, of which its reader is told this. */
  synchronized void recordReading(UnaryOperator<String> telling) {
    told = Optional.of(telling);
  }

  /** An entry is read; what the answer says of that, base64url. */
  synchronized Optional<String> read() {
    return told.map(telling -> {
      String record = "{\"read\":" + size() + "}";
      append(record);
      return java.util.Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(telling.apply(record).getBytes(UTF_8));
    });
  }

  synchronized int size() {
    return entries.size();
  }

  synchronized String leaf(int index) {
    return java.util.Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(leaves.get(index).toByteArray());
  }

  synchronized String entry(int index) {
    return new String(entries.get(index).toByteArray(), UTF_8);
  }

  /** What somebody with the database's password could do. */
  synchronized void overwriteEntry(int index, String record) {
    entries.set(index, Octets.utf8(record));
  }

  /** The same, thoroughly. */
  synchronized void overwriteEntryAndLeaf(int index, String record) {
    overwriteEntry(index, record);
    full.clear();
    leaves.set(index, LeafHash.ofEntry(record.getBytes(UTF_8)));
  }

  /** What restoring an old backup does. */
  synchronized void shrink(int size) {
    entries.subList(size, entries.size()).clear();
    full.clear();
    leaves.subList(size, leaves.size()).clear();
  }

  String policy() {
    return TlogPolicy.text(keys.stream().map(SignerKey::verifier).toList());
  }

  /** Of its two keys, with a blank between. */
  String keyIds() {
    return keys.stream().map(key -> key.verifier().idHex()).collect(joining(" "));
  }

  synchronized SignedNote checkpoint() {
    ProofBuilder builder = new ProofBuilder(this, size());
    return new Checkpoint(ORIGIN, size(), builder.range().root())
        .sign(keys, Instant.parse("2026-11-25T09:00:00Z"));
  }

  /** What the log was at this size, unsigned. */
  synchronized Checkpoint at(int size) {
    return new Checkpoint(ORIGIN, size, new ProofBuilder(this, size).range().root());
  }

  synchronized ConsistencyProof consistency(int from, int to) {
    return new ProofBuilder(this, to).consistency(from);
  }

  synchronized byte[] receipt(String leaf) {
    for (int i = 0; i < size(); i++) {
      if (leaf(i).equals(leaf)) {
        ProofBuilder builder = new ProofBuilder(this, size());
        return TlogProof.of(entries.get(i), builder.inclusion(i), checkpoint()).toByteArray();
      }
    }
    throw new IllegalArgumentException("no such leaf");
  }

  synchronized byte[] bundle(EntryBundleCoordinates at) {
    int first = (int) at.firstEntry();
    return EntryBundle.encode(entries.subList(first, first + at.width()));
  }

  @Override
  public synchronized List<Tile> read(List<TileCoordinates> places) {
    return places.stream().map(this::tile).toList();
  }

  /** Full tiles are kept: a test that grows by tens of thousands would take minutes else. */
  synchronized Tile tile(TileCoordinates at) {
    return at.full() ? kept(at) : derived(at);
  }

  private Tile kept(TileCoordinates at) {
    Tile known = full.get(at);
    if (known == null) {
      known = derived(at);
      full.put(at, known);
    }
    return known;
  }

  private Tile derived(TileCoordinates at) {
    List<NodeHash> hashes = new ArrayList<>();
    for (long i = at.firstHash(); i < at.firstHash() + at.width(); i++) {
      hashes.add(
          at.level() == 0
              ? leaves.get((int) i).node()
              : tile(new TileCoordinates(at.level() - 1, i, 256)).root());
    }
    return Tile.of(at.level(), at.n(), hashes);
  }
}
