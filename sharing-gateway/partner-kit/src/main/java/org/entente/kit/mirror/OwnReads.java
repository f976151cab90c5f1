package org.entente.kit.mirror;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.entente.kit.evidence.BundleCheck;
import org.entente.kit.evidence.LogReader;
import org.entente.log.EntryBundle;
import org.entente.log.EntryBundleCoordinates;
import org.entente.log.LeafHash;
import org.entente.log.NodeHash;
import org.entente.log.Octets;
import org.entente.log.Tile;

/// Entries that the mirror's own reading has made: the log says with each bundle what it recorded
/// of it. To read them would make more, and a mirror would never have all of a log that rests.
/// Thread-safe.
final class OwnReads {

  private final LogReader reader;
  private final Map<LeafHash, Octets> records = new ConcurrentHashMap<>();

  OwnReads(LogReader reader) {
    this.reader = reader;
  }

  /// Who reads.
  LogReader reader() {
    return reader;
  }

  /// Takes up what the log says that it recorded.
  void note() {
    reader.recorded().forEach(record -> records.put(LeafHash.ofEntry(record), Octets.of(record)));
  }

  boolean isEmpty() {
    return records.isEmpty();
  }

  void forget() {
    records.clear();
  }

  /// A bundle, if all that is new in it are such entries.
  ///
  /// @param leaves its leaf hashes
  /// @param before its first entries, as they are mirrored already
  Optional<byte[]> bundle(Tile leaves, List<Octets> before) {
    List<Octets> entries = new ArrayList<>(before);
    for (NodeHash hash : leaves.toList().subList(before.size(), leaves.at().width())) {
      Octets record = records.get(new LeafHash(hash));
      if (record == null) {
        return Optional.empty();
      }
      entries.add(record);
    }
    byte[] bundle = EntryBundle.encode(entries);
    EntryBundleCoordinates at = new EntryBundleCoordinates(leaves.at().n(), leaves.at().width());
    return BundleCheck.faults(at, bundle, leaves).isEmpty()
        ? Optional.of(bundle)
        : Optional.empty();
  }
}
