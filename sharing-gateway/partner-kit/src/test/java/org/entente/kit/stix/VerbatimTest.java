package org.entente.kit.stix;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Objects are cut out byte for byte: spelling, order, space and escapes are the producer's. */
class VerbatimTest {

  @Provide
  Arbitrary<String> object() {
    return SpeltObjects.objects();
  }

  @Property(tries = 500)
  void objects_come_out_as_they_went_in(
      @ForAll List<@net.jqwik.api.From("object") String> objects, @ForAll boolean bundle) {
    String type = bundle ? "\"type\" : \"bundle\"," : "\"more\":false,";
    byte[] document =
        ("\n{" + type + " \"objects\" :[ " + String.join(" ,\n", objects) + "]\t}\n")
            .getBytes(UTF_8);

    StixInput input = StixInput.of(document);
    byte[] envelope = input.envelope(document);

    assertEquals(objects, texts(input));
    assertEquals(objects, texts(StixInput.of(envelope)));
    assertEquals(bundle, input.bundle());
    if (!bundle) {
      assertArrayEquals(document, envelope);
    }
  }

  private static List<String> texts(StixInput input) {
    return input.objects().stream().map(object -> new String(object.bytes(), UTF_8)).toList();
  }
}
