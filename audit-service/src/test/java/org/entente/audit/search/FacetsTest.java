package org.entente.audit.search;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FacetsTest {

  private static Map<String, String> of(String body) {
    return Facets.of(Facets.record(body.getBytes(UTF_8)));
  }

  @Test
  void purpose_agency_and_marking_are_found() {
    var body =
        "{\"actor\":{\"user\":{\"org\":{\"ou_name\":\"cert-eu\"}}},"
            + "\"exchange\":{\"purpose\":\"freeze\",\"tlp\":\"AMBER\"}}";

    assertEquals(Map.of("purpose", "freeze", "agency", "cert-eu", "marking", "AMBER"), of(body));
  }

  @Test
  void records_of_the_first_contract_are_read_too() {
    assertEquals(Map.of("purpose", "freeze"), of("{\"unmapped\":{\"purpose\":\"freeze\"}}"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "not JSON",
        "[1,2]",
        "{\"exchange\":7}",
        "{\"exchange\":{\"purpose\":\"\\u0000\"}}",
        "{\"exchange\":{\"purpose\":\"\\ud800\"}}"
      })
  void altered_bytes_have_none_and_stop_nothing(String body) {
    assertEquals(Map.of(), of(body));
  }
}
