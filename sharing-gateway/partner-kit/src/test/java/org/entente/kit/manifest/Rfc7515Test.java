package org.entente.kit.manifest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.entente.kit.manifest.Refusals.refused;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Base64;
import org.entente.kit.manifest.ManifestRejected.Code;
import org.junit.jupiter.api.Test;

/** Published facts: RFC 7515 appendix A.3 (ES256) and A.6 (general JSON). */
class Rfc7515Test {

  private static final String HEADER = "eyJhbGciOiJFUzI1NiJ9";
  private static final String PAYLOAD =
      "eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0"
          + "cnVlfQ";
  private static final String SIGNATURE =
      "DtEhU3ljbEg8L38VWAfUAqOyKAM6-Xx-F4GawxaepmXFCgfTjDxw5djxLa8ISlSApmWQxfKTUJqPP3-Kg6NU1Q";
  private static final String COMPACT = HEADER + "." + PAYLOAD + "." + SIGNATURE;

  @Test
  void the_compact_form_is_split_and_its_signing_input_is_the_published_one() {
    Jws jws = Jws.parse(COMPACT.getBytes(UTF_8));
    Jws.Part part = jws.signatures().getFirst();

    assertEquals(new Jws.Part(HEADER, SIGNATURE), part);
    assertArrayEquals((HEADER + "." + PAYLOAD).getBytes(UTF_8), jws.signingInput(part));
    assertEquals("{\"alg\":\"ES256\"}", new String(Jws.decode(HEADER), UTF_8));
  }

  @Test
  void the_general_form_means_the_same() {
    String json =
        "{\"payload\":\"%s\",\"signatures\":[{\"protected\":\"%s\",\"signature\":\"%s\"}]}"
            .formatted(PAYLOAD, HEADER, SIGNATURE);

    assertEquals(Jws.parse(COMPACT.getBytes(UTF_8)), Jws.parse(json.getBytes(UTF_8)));
  }

  @Test
  void an_es256_signature_has_64_bytes() {
    assertEquals(64, Base64.getUrlDecoder().decode(SIGNATURE).length);
  }

  @Test
  void a_valid_jws_of_another_kind_is_no_manifest() {
    refused(Code.SIG_TYP, COMPACT.getBytes(UTF_8));
  }

  @Test
  void the_general_form_with_an_unprotected_header_as_published_is_refused() {
    String json =
        """
        {"payload":"%s","signatures":[{"protected":"%s",
        "header":{"kid":"e9bc097a-ce51-4036-9562-d2ade882db0d"},"signature":"%s"}]}\
        """
            .formatted(PAYLOAD, HEADER, SIGNATURE);

    refused(Code.SIG_MALFORMED, json.getBytes(UTF_8));
  }
}
