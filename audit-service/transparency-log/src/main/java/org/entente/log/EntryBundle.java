package org.entente.log;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import org.entente.log.EvidenceRejected.Reason;

/// Up to 256 neighbouring entries as they are served: each with its length as 2 bytes big-endian
/// before it (C2SP tlog-tiles).
public final class EntryBundle {

  /// Longest entry the length prefix can express, in bytes.
  public static final int MAX_ENTRY_BYTES = 0xFFFF;

  private EntryBundle() {}

  /// The bytes of a bundle.
  ///
  /// @param entries 1 to 256 entries of at most [#MAX_ENTRY_BYTES]
  /// @throws EvidenceRejected with `ENCODING_MALFORMED` outside these limits
  public static byte[] encode(List<Octets> entries) {
    requireCount(entries);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (Octets entry : entries) {
      if (entry.length() > MAX_ENTRY_BYTES) {
        throw new EvidenceRejected(
            Reason.ENCODING_MALFORMED, "an entry of " + entry.length() + " bytes");
      }
      out.write(entry.length() >>> 8);
      out.write(entry.length());
      out.writeBytes(entry.shared());
    }
    return out.toByteArray();
  }

  /// The entries of a bundle, in order.
  ///
  /// @throws EvidenceRejected with `ENCODING_MALFORMED` when the bytes end within an entry, or
  ///   there is no entry or more than 256
  public static List<Octets> parse(byte[] bundle) {
    Octets all = Octets.of(bundle);
    List<Octets> entries = new ArrayList<>();
    for (int at = 0; at < bundle.length; ) {
      int start = at + 2;
      int end = start > bundle.length ? start : start + u16(bundle, at);
      if (end > bundle.length) {
        throw new EvidenceRejected(Reason.ENCODING_MALFORMED, "the bundle ends within an entry");
      }
      entries.add(all.slice(start, end));
      at = end;
    }
    requireCount(entries);
    return entries;
  }

  private static int u16(byte[] bytes, int at) {
    return (bytes[at] & 0xFF) << 8 | (bytes[at + 1] & 0xFF);
  }

  private static void requireCount(List<Octets> entries) {
    if (entries.isEmpty() || entries.size() > TilePath.FULL) {
      throw new EvidenceRejected(
          Reason.ENCODING_MALFORMED, "a bundle of " + entries.size() + " entries");
    }
  }
}
