package org.entente.kit.stix;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/// What a parser reads, with the bytes since a chosen place kept. The parser asks for more only
/// when it has used up all it has, so the last chunk and what is kept are all there is in memory.
/// Places are bytes from the beginning of the stream. Not thread-safe.
final class Excerpt extends InputStream {

  private static final int LOOKED_AT = 4;

  private final InputStream in;
  private final int most;
  private final Utf8Check utf8 = new Utf8Check();
  private byte[] kept = new byte[8192];
  private int length;
  private long base;
  private long total;
  private long start;
  private boolean keeping;

  /// @param most bytes that are kept; of anything longer only the length is known
  Excerpt(InputStream in, int most) {
    this.in = in;
    this.most = most;
  }

  /// Keeps what comes from this place on, which lies in the chunk read last.
  void keepFrom(long place) {
    int skipped = Math.toIntExact(place - base);
    length -= skipped;
    System.arraycopy(kept, skipped, kept, 0, length);
    base = place;
    start = place;
    keeping = true;
  }

  /// Nothing needs to be kept any more.
  void forget() {
    keeping = false;
  }

  /// Whether all bytes since keeping began, up to this place, were kept.
  boolean holdsUntil(long end) {
    return base == start && end - start <= most;
  }

  /// Bytes since keeping began, kept or not.
  long lengthUntil(long end) {
    return end - start;
  }

  /// Those bytes.
  byte[] until(long end) {
    return Arrays.copyOf(kept, Math.toIntExact(end - start));
  }

  @Override
  public int read(byte[] buffer, int offset, int wanted) throws IOException {
    int count = total == 0 ? first(buffer, offset, wanted) : in.read(buffer, offset, wanted);
    utf8.accept(buffer, offset, count);
    if (count > 0) {
      keep(buffer, offset, count);
    }
    return count;
  }

  /// The parser begins by looking at four bytes, in as many chunks as they come in.
  private int first(byte[] buffer, int offset, int wanted) throws IOException {
    int count = in.readNBytes(buffer, offset, Math.min(wanted, LOOKED_AT));
    return count == 0 ? -1 : count;
  }

  private void keep(byte[] buffer, int offset, int count) {
    if (!keeping || length > most) {
      base = total;
      length = 0;
    }
    if (length + count > kept.length) {
      kept = Arrays.copyOf(kept, Math.max(2 * kept.length, length + count));
    }
    System.arraycopy(buffer, offset, kept, length, count);
    length += count;
    total += count;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
