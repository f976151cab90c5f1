package org.entente.kit.submit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.UUID;
import org.entente.kit.manifest.Content;
import org.entente.kit.manifest.Sha256;
import org.entente.kit.stix.EnvelopeCutter.Limits;

/// What makes two runs the same submission: the same plan cuts the same input into the same parts.
///
/// @param destination where the parts go
/// @param seed the id of the first part, from which those of the others follow
/// @param limits of each part
public record Plan(Destination destination, UUID seed, Limits limits) {

  private static final long VERSION_8 = 0x8000L;
  private static final long VARIANT = 0x8000_0000_0000_0000L;

  /// Where to, and for whom.
  ///
  /// @param recipients the only partners that may be told; empty when not limited
  /// @param content what is sent there
  public record Destination(
      String apiRoot, String collection, List<String> recipients, Content content) {

    /// Copies the list.
    public Destination {
      recipients = List.copyOf(recipients);
    }

    /// Where objects go.
    public Destination(String apiRoot, String collection, List<String> recipients) {
      this(apiRoot, collection, recipients, Content.ENVELOPE);
    }
  }

  /// The `jti` of a part's manifest: always the same for the same part and attempt (a UUID of
  /// version 8, RFC 9562 section 5.8, but for the first one).
  ///
  /// @param part from 1
  /// @param attempt from 1; another one for every manifest that is signed anew
  public UUID id(int part, int attempt) {
    if (part == 1 && attempt == 1) {
      return seed;
    }
    String name = "entente submission " + seed + " part " + part + " attempt " + attempt;
    ByteBuffer digest = ByteBuffer.wrap(Sha256.of(name.getBytes(UTF_8)).bytes());
    long high = (digest.getLong() & ~0xF000L) | VERSION_8;
    long low = (digest.getLong() & ~0xC000_0000_0000_0000L) | VARIANT;
    return new UUID(high, low);
  }
}
