package org.entente.log;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.entente.log.EvidenceRejected.Reason;

/// Numbers, base64 and UTF-8 in the one spelling the C2SP texts allow. Each value has exactly one
/// text, so that a text that verifies cannot be changed into another that verifies too.
///
/// @param reason what to say about a text that is not canonical
record CanonicalText(Reason reason) {

  /// An unsigned 64-bit decimal without leading zeros.
  long decimal(String text) {
    try {
      long value = Long.parseUnsignedLong(text);
      if (Long.toUnsignedString(value).equals(text)) {
        return value;
      }
    } catch (NumberFormatException e) {
      throw refused("not a decimal number of 64 bits: " + text, e);
    }
    throw refused("not the shortest decimal: " + text);
  }

  /// Standard base64 with padding and without stray bits. A refusal does not quote the text, which
  /// may be a secret.
  Octets base64(String text) {
    try {
      Octets octets = Octets.owning(Base64.getDecoder().decode(text));
      if (octets.base64().equals(text)) {
        return octets;
      }
    } catch (IllegalArgumentException e) {
      throw refused("not base64", e);
    }
    throw refused("not canonical base64");
  }

  /// Base64 of one hash.
  NodeHash hash(String text) {
    Octets octets = base64(text);
    if (octets.length() != NodeHash.BYTES) {
      throw refused("a hash of " + octets.length() + " bytes instead of 32");
    }
    return new NodeHash(octets);
  }

  /// Well-formed UTF-8 of at most `limit` bytes.
  String utf8(byte[] bytes, int limit) {
    if (bytes.length > limit) {
      throw refused("longer than " + limit + " bytes");
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw refused("not UTF-8", e);
    }
  }

  EvidenceRejected refused(String detail) {
    return new EvidenceRejected(reason, detail);
  }

  private EvidenceRejected refused(String detail, Exception cause) {
    EvidenceRejected refused = refused(detail);
    refused.initCause(cause);
    return refused;
  }
}
