package org.entente.stix.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonPointerTest {
  private static final Json ROOT =
      JsonReader.read("{\"a/b~c\":[\"x\",{\"\":\"y\"}]}".getBytes(UTF_8));

  @Test
  void a_pointer_escapes_what_must_be_escaped() {
    String pointer = JsonPointer.element(JsonPointer.member("", "a/b~c"), 0);

    assertEquals("/a~1b~0c/0", pointer);
    assertEquals(Optional.of(new JsonText("x")), JsonPointer.find(ROOT, pointer));
  }

  @ParameterizedTest
  @CsvSource({
    "/a~1b~0c/1/,true",
    "'',true",
    "/a~1b~0c/2,false",
    "/a~1b~0c/01,false",
    "a,false",
    "/a~1b~0c/99999999999,false",
    "/a~1b~0c/0/x,false",
    "/z,false"
  })
  void what_is_there_is_found(String pointer, boolean there) {
    assertEquals(there, JsonPointer.find(ROOT, pointer).isPresent());
  }
}
