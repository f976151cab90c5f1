package org.entente.log;

import java.nio.charset.StandardCharsets;
import org.entente.log.EvidenceRejected.Reason;

/// The rule for names of keys and logs: not empty, no Unicode space, no plus sign (signed-note
/// v1.0.0), no control character, at most 255 bytes so that it fits a cosignature.
final class KeyName {

  private static final int MAX_BYTES = 255;
  private static final int NEXT_LINE = 0x85;

  private KeyName() {}

  static void require(String name, Reason reason) {
    boolean usable = name.codePoints().noneMatch(KeyName::forbidden);
    if (!usable || name.isEmpty() || utf8(name).length > MAX_BYTES) {
      throw new EvidenceRejected(reason, "not a key name: '" + name + "'");
    }
  }

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static boolean forbidden(int c) {
    return c == '+'
        || c < ' '
        || c == NEXT_LINE
        || Character.isSpaceChar(c)
        || Character.getType(c) == Character.SURROGATE;
  }
}
