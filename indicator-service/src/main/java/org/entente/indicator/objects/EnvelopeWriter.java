package org.entente.indicator.objects;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// Builds TAXII envelopes (TAXII 2.1 §3.7) around objects that stay byte for byte as they are.
final class EnvelopeWriter {
  private EnvelopeWriter() {}

  /// An envelope; without objects it is `{}`.
  ///
  /// @param next the cursor, when more follows; URL-safe text without anything to escape
  static byte[] write(List<Released> objects, Optional<String> next) {
    int size = objects.stream().mapToInt(object -> object.bytes().length() + 1).sum();
    ByteArrayOutputStream out = new ByteArrayOutputStream(size + 256);
    ascii(out, "{");
    next.ifPresent(c -> ascii(out, "\"more\":true,\"next\":\"" + c + "\","));
    if (!objects.isEmpty()) {
      ascii(out, "\"objects\":");
      char separator = '[';
      for (Released object : objects) {
        out.write(separator);
        object.bytes().writeTo(out);
        separator = ',';
      }
      ascii(out, "]");
    }
    ascii(out, "}");
    return out.toByteArray();
  }

  private static void ascii(ByteArrayOutputStream out, String text) {
    out.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
  }
}
