package org.entente.indicator.bytes;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// One line of NDJSON, without its newline.
public final class Line {
  private final byte[] bytes;

  /// Takes ownership of the bytes.
  ///
  /// @throws IllegalArgumentException when they hold a newline
  public Line(byte[] bytes) {
    for (byte b : bytes) {
      if (b == '\n') {
        throw new IllegalArgumentException("a line holds no newline");
      }
    }
    this.bytes = bytes;
  }

  /// Length in bytes, without the newline.
  public int length() {
    return bytes.length;
  }

  /// A copy of the bytes, without the newline.
  public byte[] toBytes() {
    return bytes.clone();
  }

  /// All lines, each ended by a newline.
  public static byte[] join(List<Line> lines) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (Line line : lines) {
      out.writeBytes(line.bytes);
      out.write('\n');
    }
    return out.toByteArray();
  }

  /// The lines of a text as [#join] writes it.
  public static List<Line> split(byte[] text) {
    List<Line> lines = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < text.length; i++) {
      if (text[i] == '\n') {
        lines.add(new Line(Arrays.copyOfRange(text, start, i)));
        start = i + 1;
      }
    }
    return lines;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Line that && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }
}
