package org.entente.audit.replica;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.entente.audit.record.RecordRejected;
import org.entente.audit.sequencer.AppendResult;
import org.entente.audit.sequencer.AppendResult.Appended;
import org.entente.audit.sequencer.AppendResult.Conflict;
import org.entente.audit.sequencer.NewEntry;
import org.entente.audit.visibility.Readership;
import org.entente.log.LeafHash;

/**
 * Entries and what became of them, between replicas of one version or the next: a byte for the
 * form, the number of frames, and then each. An entry is its length and its bytes as sent, so that
 * nothing is escaped, and any byte may be in it. Numbers are big-endian.
 */
final class Frames {

  static final String MEDIA_TYPE = "application/octet-stream";

  private static final int FORM = 1;
  private static final int MOST = 1024;
  private static final int HASH_BYTES = 32;
  private static final int APPENDED = 0;
  private static final int REPLAYED = 1;
  private static final int CONFLICT = 2;

  private Frames() {}

  /** Writes into memory, which does not fail. */
  @FunctionalInterface
  private interface Writing {
    void to(DataOutputStream out) throws IOException;
  }

  static byte[] ofEntries(List<NewEntry> entries) {
    return written(out -> {
      out.writeInt(entries.size());
      for (var entry : entries) {
        var sent = entry.sent();
        out.writeInt(sent.length);
        out.write(sent);
      }
    });
  }

  /**
   * Reads what a fellow sent, and judges each record anew but for who sent it.
   *
   * @throws RecordRejected when it is nothing of the kind
   */
  static List<NewEntry> entries(byte[] body, Readership readership) {
    try (var in = new DataInputStream(new ByteArrayInputStream(body))) {
      var entries = new ArrayList<NewEntry>();
      for (var left = count(in); left > 0; left--) {
        entries.add(NewEntry.parse(bytes(in, in.readInt()), readership));
      }
      requireEnd(in);
      return entries;
    } catch (IOException e) {
      throw RecordRejected.invalid("no entries of a fellow replica");
    }
  }

  static byte[] ofResults(List<AppendResult> results) {
    return written(out -> {
      out.writeInt(results.size());
      for (var result : results) {
        switch (result) {
          case Appended(var index, var leaf, var replayed) -> {
            out.writeByte(replayed ? REPLAYED : APPENDED);
            out.writeLong(index);
            out.write(leaf.toByteArray());
          }
          case Conflict(var uid) -> {
            out.writeByte(CONFLICT);
            out.writeLong(uid.getMostSignificantBits());
            out.writeLong(uid.getLeastSignificantBits());
          }
        }
      }
    });
  }

  /**
   * Reads what the leader answered.
   *
   * @throws IOException when it is nothing of the kind
   */
  static List<AppendResult> results(byte[] body) throws IOException {
    try (var in = new DataInputStream(new ByteArrayInputStream(body))) {
      var results = new ArrayList<AppendResult>();
      for (var left = count(in); left > 0; left--) {
        results.add(result(in));
      }
      requireEnd(in);
      return results;
    }
  }

  private static AppendResult result(DataInputStream in) throws IOException {
    var kind = in.readByte();
    return switch (kind) {
      case APPENDED, REPLAYED ->
          new Appended(in.readLong(), LeafHash.of(bytes(in, HASH_BYTES)), kind == REPLAYED);
      case CONFLICT -> new Conflict(new UUID(in.readLong(), in.readLong()));
      default -> throw new IOException("a result of kind " + kind);
    };
  }

  private static int count(DataInputStream in) throws IOException {
    var form = in.readByte();
    var count = in.readInt();
    if (form != FORM || count < 0 || count > MOST) {
      throw new IOException("form %d, %d frames".formatted(form, count));
    }
    return count;
  }

  private static byte[] bytes(DataInputStream in, int length) throws IOException {
    if (length < 0 || length > in.available()) {
      throw new IOException("a frame of " + length + " bytes");
    }
    return in.readNBytes(length);
  }

  private static void requireEnd(DataInputStream in) throws IOException {
    if (in.read() != -1) {
      throw new IOException("more than was announced");
    }
  }

  private static byte[] written(Writing writing) {
    var bytes = new ByteArrayOutputStream();
    try (var out = new DataOutputStream(bytes)) {
      out.writeByte(FORM);
      writing.to(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
