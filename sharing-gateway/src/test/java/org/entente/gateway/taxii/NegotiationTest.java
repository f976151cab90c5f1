package org.entente.gateway.taxii;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NegotiationTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          application/taxii+json;version=2.1                      | true  | true
          application/taxii+json                                  | true  | true
          application/taxii+json ; version = "2.1"                | true  | true
          Application/TAXII+JSON;Version=2.1                      | true  | true
          application/taxii+json;version=2.1;charset=utf-8        | true  | true
          application/taxii+json;version=2.1;q=0.001              | true  | true
          application/taxii+json;version=2.1;q=0                  | false | false
          application/taxii+json;version=2.1;q=0.000              | false | false
          application/taxii+json;version=2.0                      | false | false
          application/taxii+json;version=9.9                      | false | false
          application/taxii+json;version=2.0, application/taxii+json;version=2.1 | true | true
          application/vnd.oasis.taxii+json;version=2.0            | false | false
          application/stix+json;version=2.1                       | false | false
          application/json                                        | false | false
          */*                                                     | true  | false
          application/*                                           | true  | false
          application/json, */*                                   | true  | false
          */*;q=0                                                 | false | false
          text/*                                                  | false | false
          ,                                                       | true  | false
          """)
  void an_accept_header_is_parsed_not_compared(String accept, boolean reading, boolean adding) {
    assertEquals(reading, Negotiation.acceptsTaxii(List.of(accept), true), accept);
    assertEquals(adding, Negotiation.acceptsTaxii(List.of(accept), false), accept);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          application/stix+json;version=2.1          | true
          application/stix+json                      | true
          application/stix+json;version=2.0          | false
          application/stix+json;version=2.1;q=0      | false
          application/taxii+json;version=2.1,application/stix+json;version=2.1 | true
          text/html                                  | false
          """)
  void a_manifest_may_be_accepted_as_stix(String accept, boolean acceptable) {
    assertEquals(acceptable, Negotiation.acceptsManifest(List.of(accept)));
  }

  @Test
  void several_accept_headers_are_one_list_and_none_is_anything() {
    var two = List.of("text/html", "application/taxii+json;version=2.1");
    assertTrue(Negotiation.acceptsTaxii(two, false));
    assertTrue(Negotiation.acceptsTaxii(List.of(), true));
    assertFalse(Negotiation.acceptsTaxii(List.of(), false));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          application/taxii+json;version=2.1       | true  | false
          application/taxii+json; version="2.1"    | true  | false
          application/taxii+json                   | true  | false
          application/taxii+json;version=2.0       | false | false
          application/json                         | false | false
          */*                                      | false | false
          multipart/form-data; boundary=x          | false | true
          Multipart/Form-Data;boundary="a b"       | false | true
          multipart/mixed; boundary=x              | false | false
          """)
  void a_content_type_is_an_envelope_or_a_form_or_neither(
      String type, boolean taxii, boolean form) {
    assertEquals(taxii, Negotiation.isTaxii(Optional.of(type)));
    assertEquals(form, Negotiation.isForm(Optional.of(type)));
  }

  @Test
  void no_content_type_is_neither() {
    assertFalse(Negotiation.isTaxii(Optional.empty()));
    assertFalse(Negotiation.isForm(Optional.empty()));
  }
}
