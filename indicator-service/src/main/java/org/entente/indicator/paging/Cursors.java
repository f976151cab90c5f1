package org.entente.indicator.paging;

import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import org.entente.indicator.refusal.Refusal.NextInvalid;

/// Seals cursors and opens what comes back as `next`: nothing of it is believed before its seal is
/// checked, which binds it to one [Place]. It holds no secrets of ours, so it is not encrypted.
/// Thread-safe.
@Singleton
final class Cursors {
  private static final int MAC_BYTES = 32;
  private static final int LONGEST = 16 * 1024;

  private final CursorKey key;
  private final Clock clock;
  private final Duration lifetime;

  Cursors(CursorKey key, Clock clock, CursorConfig config) {
    this.key = key;
    this.clock = clock;
    this.lifetime = config.lifetime();
  }

  /// The opaque text for what follows a row; URL-safe, nothing in it to escape.
  String seal(Place place, long last, Filters filters) {
    byte[] content = new Cursor(clock.instant().plus(lifetime), last, filters).bytes();
    byte[] mac = key.mac(parts(place, content));
    byte[] sealed = ByteBuffer.allocate(mac.length + content.length).put(mac).put(content).array();
    return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
  }

  /// Opens such a text.
  ///
  /// @throws NextInvalid when it is not ours, was changed, belongs to another place or has expired
  Cursor open(String text, Place place) {
    byte[] sealed = decode(text);
    byte[] content = Arrays.copyOfRange(sealed, MAC_BYTES, sealed.length);
    byte[] mac = Arrays.copyOf(sealed, MAC_BYTES);
    if (!key.sealed(mac, parts(place, content))) {
      throw foreign();
    }
    Cursor cursor = Cursor.of(content);
    if (!clock.instant().isBefore(cursor.expires())) {
      throw new NextInvalid(
          "next has expired; go on with added_after, the last X-TAXII-Date-Added-Last you had");
    }
    return cursor;
  }

  private static byte[][] parts(Place place, byte[] content) {
    byte[] where = place.text().getBytes(StandardCharsets.UTF_8);
    byte[] length = ByteBuffer.allocate(Integer.BYTES).putInt(where.length).array();
    return new byte[][] {length, where, content};
  }

  private static byte[] decode(String text) {
    try {
      byte[] sealed = text.length() > LONGEST ? new byte[0] : Base64.getUrlDecoder().decode(text);
      if (sealed.length > MAC_BYTES) {
        return sealed;
      }
      throw foreign();
    } catch (IllegalArgumentException e) {
      throw foreign();
    }
  }

  private static NextInvalid foreign() {
    return new NextInvalid("next is not one that you were given for this listing");
  }
}
