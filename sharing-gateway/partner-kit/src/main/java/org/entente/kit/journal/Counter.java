package org.entente.kit.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.entente.kit.json.JsonText;
import org.entente.kit.manifest.Sha256;

/// How far a client has counted, and how long its journal was then.
///
/// @param number the last one given
/// @param statement digest of the last statement signed
/// @param length of the journal, in bytes
/// @param line digest of its last line
record Counter(long number, Optional<Sha256> statement, long length, Optional<Sha256> line) {

  static final Counter START = new Counter(0, Optional.empty(), 0, Optional.empty());

  static Counter parse(byte[] json) {
    Line members = Line.parse(json);
    return new Counter(
        members.number("number"),
        members.digest("statement_sha256"),
        members.number("length"),
        members.digest("line_sha256"));
  }

  byte[] bytes() {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("number", number);
    statement.ifPresent(digest -> members.put("statement_sha256", digest.base64Url()));
    members.put("length", length);
    line.ifPresent(digest -> members.put("line_sha256", digest.base64Url()));
    return (JsonText.of(members) + "\n").getBytes(UTF_8);
  }

  /// The counter of a journal that begins anew and goes on counting.
  Counter withoutJournal() {
    return new Counter(number, statement, 0, Optional.empty());
  }

  /// The counter behind this line.
  ///
  /// @param bytes the line, with its end
  Counter behind(Line read, byte[] bytes) {
    boolean asked = read.kind().equals("asked");
    return new Counter(
        asked ? Math.max(number, read.number("asked")) : number,
        asked ? Optional.of(Sha256.of(read.text("statement").getBytes(UTF_8))) : statement,
        length + bytes.length,
        Optional.of(Sha256.of(bytes)));
  }
}
