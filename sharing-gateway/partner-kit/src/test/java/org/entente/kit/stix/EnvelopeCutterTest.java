package org.entente.kit.stix;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.entente.kit.stix.EnvelopeCutter.Limits;
import org.entente.kit.stix.StixPiece.TooLong;
import org.junit.jupiter.api.Test;

class EnvelopeCutterTest {

  private final List<TooLong> tooLong = new ArrayList<>();

  private List<CutEnvelope> cut(List<String> objects, Limits limits) throws IOException {
    byte[] document = String.join("\n", objects).getBytes(UTF_8);
    StixStream stream = new StixStream(new Trickle(document, 900), limits.longestObject());
    EnvelopeCutter cutter = new EnvelopeCutter(stream, limits, tooLong::add);
    List<CutEnvelope> parts = new ArrayList<>();
    for (Optional<CutEnvelope> part = cutter.next(); part.isPresent(); part = cutter.next()) {
      parts.add(part.get());
    }
    return parts;
  }

  private static List<String> texts(List<CutEnvelope> parts) {
    return parts.stream()
        .flatMap(part -> StixInput.of(part.bytes()).objects().stream())
        .map(object -> new String(object.bytes(), UTF_8))
        .toList();
  }

  @Provide
  Arbitrary<String> object() {
    return SpeltObjects.objects();
  }

  @Property(tries = 300)
  void all_parts_together_are_the_same_bytes_in_order_and_none_is_too_large(
      @ForAll List<@From("object") String> objects,
      @ForAll @IntRange(min = 64, max = 700) int bytes,
      @ForAll @IntRange(min = 1, max = 9) int most)
      throws IOException {
    tooLong.clear();
    Limits limits = new Limits(bytes, most);

    List<CutEnvelope> parts = cut(objects, limits);

    List<String> fitting =
        objects.stream()
            .filter(object -> object.getBytes(UTF_8).length <= limits.longestObject())
            .toList();
    assertEquals(fitting, texts(parts));
    assertEquals(objects.size() - fitting.size(), tooLong.size());
    for (CutEnvelope part : parts) {
      assertTrue(part.bytes().length <= bytes && part.objects() <= most && part.objects() > 0);
      assertEquals(part.objects(), StixInput.of(part.bytes()).objects().size());
      assertEquals(part == parts.getLast(), part.last());
    }
  }

  @Property(tries = 100)
  void no_part_has_room_for_the_object_that_begins_the_next(
      @ForAll List<@From("object") String> objects,
      @ForAll @IntRange(min = 64, max = 700) int bytes)
      throws IOException {
    List<CutEnvelope> parts = cut(objects, new Limits(bytes, 1000));

    for (int i = 1; i < parts.size(); i++) {
      int first = StixInput.of(parts.get(i).bytes()).objects().getFirst().length();
      assertTrue(parts.get(i - 1).bytes().length + 1 + first > bytes);
    }
  }

  @Test
  void a_limit_is_reached_to_the_byte() throws IOException {
    List<String> two =
        List.of("{\"type\":\"a\",\"v\":\"" + "x".repeat(40) + "\"}", "{\"type\":\"b\"}");
    int exact = ("{\"objects\":[" + String.join(",", two) + "]}").length();

    assertEquals(1, cut(two, new Limits(exact, 2)).size());
    assertEquals(2, cut(two, new Limits(exact - 1, 2)).size());
    assertEquals(2, cut(two, new Limits(exact, 1)).size());
  }

  @Test
  void a_part_knows_an_id_to_ask_the_exchange_for() throws IOException {
    String id = "indicator--2f1c7d4e-8b3a-4f6d-9c5e-7a1b0d2e4f68";

    List<CutEnvelope> parts =
        cut(
            List.of("{\"type\":\"a\"}", "{\"type\":\"a\",\"id\":\"" + id + "\"}"),
            new Limits(900, 9));

    assertEquals(id, parts.getFirst().firstId());
    assertEquals("", cut(List.of("{\"type\":\"a\"}"), new Limits(900, 9)).getFirst().firstId());
    assertFalse(CutEnvelope.whole("{}".getBytes(UTF_8)).objects() > 0);
    assertThrows(IllegalArgumentException.class, () -> new Limits(64, 0));
  }
}
