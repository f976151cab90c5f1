package org.entente.kit.manifest;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.entente.kit.manifest.Parties.BODY;
import static org.entente.kit.manifest.Parties.SIGNER;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.ByteRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;

class ManifestPropertyTest {

  private static final byte[] COMPACT = Parties.signed(Parties.key(SIGNER));
  private static final byte[] GENERAL = general(COMPACT);
  private static final ManifestVerifier VERIFIER = Parties.verifier();
  private static final Claims CLAIMS = claims(COMPACT).orElseThrow();

  private static byte[] general(byte[] compact) {
    String[] part = new String(compact, US_ASCII).split("\\.", -1);
    return "{\"payload\":\"%s\", \"signatures\":[{\"protected\":\"%s\", \"signature\":\"%s\"} ]}"
        .formatted(part[1], part[0], part[2])
        .getBytes(UTF_8);
  }

  /** Empty when refused; anything but a refusal is a fault of the verifier. */
  private static Optional<Claims> claims(byte[] manifest) {
    try {
      return Optional.of(VERIFIER.verify(manifest, Body.of(BODY), Parties.atTheDoor()).claims());
    } catch (ManifestRejected e) {
      return Optional.empty();
    }
  }

  private static void refusedOrSame(byte[] manifest) {
    claims(manifest).ifPresent(claims -> assertEquals(CLAIMS, claims));
  }

  @Property(tries = 3000)
  void a_changed_byte_is_refused_or_means_the_same(
      @ForAll @IntRange(max = 100_000) int position, @ForAll @ByteRange(min = 1) byte change) {
    for (byte[] manifest : new byte[][] {COMPACT, GENERAL}) {
      byte[] changed = manifest.clone();
      changed[position % changed.length] ^= change;
      refusedOrSame(changed);
    }
  }

  @Property(tries = 500)
  void a_changed_byte_of_the_compact_form_is_always_refused(
      @ForAll @IntRange(max = 100_000) int position, @ForAll @ByteRange(min = 1) byte change) {
    byte[] changed = COMPACT.clone();
    changed[position % changed.length] ^= change;

    assertEquals(Optional.empty(), claims(changed));
  }

  @Property(tries = 500)
  void a_byte_more_or_less_is_refused_or_means_the_same(
      @ForAll @IntRange(max = 100_000) int position, @ForAll byte more) {
    for (byte[] manifest : new byte[][] {COMPACT, GENERAL}) {
      int at = position % manifest.length;
      byte[] longer = new byte[manifest.length + 1];
      System.arraycopy(manifest, 0, longer, 0, at);
      longer[at] = more;
      System.arraycopy(manifest, at, longer, at + 1, manifest.length - at);
      byte[] shorter = Arrays.copyOf(manifest, manifest.length - 1);
      System.arraycopy(manifest, at + 1, shorter, at, manifest.length - at - 1);
      refusedOrSame(longer);
      refusedOrSame(shorter);
    }
  }

  @Property(tries = 300)
  void any_other_body_is_refused(@ForAll @Size(max = 64) byte[] body) {
    if (!Arrays.equals(body, BODY)) {
      Refusals.refused(ManifestRejected.Code.BODY_DIGEST, COMPACT, body, Parties.atTheDoor());
    }
  }

  @Property(tries = 500)
  void any_bytes_at_all_are_refused_with_a_code(@ForAll @Size(max = 200) byte[] noise) {
    assertEquals(Optional.empty(), claims(noise));
  }

  @Property
  void base64url_comes_back(@ForAll @Size(max = 70) byte[] bytes) {
    assertArrayEquals(bytes, Base64Url.decoded(Base64Url.encode(bytes)).orElseThrow());
  }

  @Property
  void no_two_texts_mean_the_same_bytes(@ForAll @StringLength(max = 12) String text) {
    Base64Url.decoded(text).ifPresent(bytes -> assertEquals(text, Base64Url.encode(bytes)));
    String ascii = new String(text.getBytes(US_ASCII), ISO_8859_1);
    Base64Url.decoded(ascii).ifPresent(bytes -> assertEquals(ascii, Base64Url.encode(bytes)));
  }
}
