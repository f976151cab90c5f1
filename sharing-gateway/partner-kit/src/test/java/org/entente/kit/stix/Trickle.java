package org.entente.kit.stix;

import java.io.ByteArrayInputStream;
import java.io.InputStream;

/// A stream that hands out a few bytes at a time, so that every boundary falls everywhere.
final class Trickle extends InputStream {

  private final ByteArrayInputStream in;
  private final int step;

  Trickle(byte[] bytes, int step) {
    this.in = new ByteArrayInputStream(bytes);
    this.step = step;
  }

  @Override
  public int read() {
    return in.read();
  }

  @Override
  public int read(byte[] buffer, int offset, int length) {
    return in.read(buffer, offset, Math.min(length, step));
  }
}
