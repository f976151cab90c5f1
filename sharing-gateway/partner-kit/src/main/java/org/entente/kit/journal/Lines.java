package org.entente.kit.journal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/// Reads lines with their ends.
final class Lines {

  private Lines() {}

  /// The next whole line; nothing at the end, and nothing instead of a line without an end.
  static byte[] next(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int c = in.read(); c >= 0; c = in.read()) {
      line.write(c);
      if (c == '\n') {
        return line.toByteArray();
      }
    }
    return new byte[0];
  }
}
