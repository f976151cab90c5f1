package org.entente.gateway.submission;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.entente.gateway.refusal.Code;
import org.entente.gateway.refusal.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MultipartTest {

  private static final String TYPE = "multipart/form-data; boundary=cut";
  private static final String HEAD =
      "--cut\r\nContent-Disposition: form-data; name=\"manifest\"\r\n\r\n";

  @Test
  void whatever_the_bytes_are_they_come_out_unchanged() {
    var random = new Random(20261125);
    for (int length = 0; length < 300; length++) {
      byte[] content = new byte[length];
      random.nextBytes(content);
      var body = new ByteArrayOutputStream();
      body.writeBytes(HEAD.getBytes(ISO_8859_1));
      body.writeBytes(content);
      body.writeBytes("\r\n--cut--\r\n".getBytes(ISO_8859_1));

      List<Multipart.Part> parts = Multipart.parts(body.toByteArray(), TYPE);

      assertArrayEquals(content, parts.getFirst().content());
    }
  }

  @Test
  void what_only_looks_like_a_boundary_is_content() {
    String content = "--cut\r\n-\r\n--cu\r\n--CUT--\r\n\r\n";
    List<Multipart.Part> parts = parts(HEAD + content + "\r\n--cut--", TYPE);
    assertArrayEquals(content.getBytes(ISO_8859_1), parts.getFirst().content());
  }

  @Test
  void names_and_types_are_read_however_they_are_written() {
    String body =
        "--a b\r\ncontent-type: x/y\r\nCONTENT-DISPOSITION: form-data; filename=\"n\"; name=body\r\n"
            + "Content-Length: 1\r\n\r\n1\r\n--a b--";
    Multipart.Part part = parts(body, "multipart/form-data; boundary=\"a b\"; x=y").getFirst();
    assertEquals("body", part.name());
    assertEquals(Optional.of("x/y"), part.contentType());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "--cut",
        "--cut\r\n",
        "preamble\r\n--cut\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n--cut--",
        "--cut\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n--cut",
        "--cut\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n--cutter\r\n",
        "--cut\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n--cut--epilogue",
        "--cut\r\nContent-Disposition: form-data\r\n\r\n1\r\n--cut--",
        "--cut\r\nContent-Disposition: attachment; name=\"a\"\r\n\r\n1\r\n--cut--",
        "--cut\r\nContent-Type: text/plain\r\n\r\n1\r\n--cut--",
        "--cut\r\nContent-Disposition: form-data; name=\"a\"\r\nContent-Transfer-Encoding: base64"
            + "\r\n\r\n1\r\n--cut--",
        "--cut\nContent-Disposition: form-data; name=\"a\"\n\n1\n--cut--",
      })
  void another_shape_is_refused(String body) {
    var refused = assertThrows(Refused.class, () -> parts(body, TYPE));
    assertEquals(Code.MULTIPART_INVALID, refused.code());
  }

  @Test
  void a_third_part_is_refused_before_it_is_looked_at() {
    String part = HEAD.substring(2) + "1\r\n--";
    assertThrows(Refused.class, () -> parts("--" + part + part + part + "cut--", TYPE));
  }

  @Test
  void a_type_without_a_boundary_is_refused() {
    assertThrows(Refused.class, () -> parts(HEAD, "multipart/form-data"));
  }

  /** Expressions over them take time that grows with the square of their length. */
  @Test
  void long_headers_are_refused_before_they_are_taken_apart() {
    String body = HEAD + "1\r\n--cut--";
    String filler = ";".repeat(600);
    assertEquals(1, parts(body, TYPE).size());
    assertThrows(Refused.class, () -> parts(body, TYPE + filler));
    assertThrows(
        Refused.class, () -> parts(body.replace("form-data;", "form-data;" + filler), TYPE));
  }

  private static List<Multipart.Part> parts(String body, String type) {
    return Multipart.parts(body.getBytes(ISO_8859_1), type);
  }
}
