package org.entente.log;

import java.nio.ByteBuffer;
import java.time.Instant;
import org.entente.log.EvidenceRejected.Reason;

/// One signature line of a note. Whose it claims to be is known from name and key id; whether it is
/// true only [VerifierKey] can say.
///
/// @param name name of the key
/// @param content the 4 bytes of the key id followed by the signature
public record NoteSignature(String name, Octets content) {

  private static final String START = "\u2014 ";
  private static final int ID_BYTES = 4;

  /// Refuses a name that is none, and content without a signature.
  public NoteSignature {
    KeyName.require(name, Reason.NOTE_MALFORMED);
    if (content.length() <= ID_BYTES) {
      throw new EvidenceRejected(Reason.NOTE_MALFORMED, "a signature line without signature");
    }
  }

  /// A line for a signature made with this key.
  static NoteSignature of(VerifierKey key, byte[] signature) {
    byte[] content =
        ByteBuffer.allocate(ID_BYTES + signature.length).putInt(key.id()).put(signature).array();
    return new NoteSignature(key.name(), Octets.owning(content));
  }

  /// Reads a line without its line end.
  ///
  /// @throws EvidenceRejected with `NOTE_MALFORMED`
  public static NoteSignature parse(String line) {
    int space = line.lastIndexOf(' ');
    if (!line.startsWith(START) || space < START.length()) {
      throw new EvidenceRejected(Reason.NOTE_MALFORMED, "not a signature line: " + line);
    }
    return new NoteSignature(
        line.substring(START.length(), space),
        new CanonicalText(Reason.NOTE_MALFORMED).base64(line.substring(space + 1)));
  }

  /// The line without its line end.
  public String line() {
    return START + name + " " + content.base64();
  }

  /// The key id, which together with the name says which key to verify with.
  public int keyId() {
    return ByteBuffer.wrap(content.shared()).getInt();
  }

  /// The time that a timestamped signature states, by its signer's clock; of use once verified.
  public Instant time() {
    return Instant.ofEpochSecond(ByteBuffer.wrap(content.shared()).getLong(ID_BYTES));
  }

  /// The bytes after the key id.
  Octets signature() {
    return content.slice(ID_BYTES, content.length());
  }
}
