package org.entente.indicator.admission;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.entente.indicator.exchange.Stix;
import org.junit.jupiter.api.Test;

/// Objects of one envelope are checked in each other's company, and only those of one envelope.
class CompanyTest {
  private static final String ID = "indicator--0f4c7a1e-8b6d-4e35-9c21-7d5e3a2b1c40";

  @Test
  void a_translation_that_does_not_fit_is_refused_and_its_object_is_not() {
    String indicator = Stix.indicator(ID, Trial.V1, Stix.GREEN, "");
    String translation =
        """
        {"type":"language-content","spec_version":"2.1",\
        "id":"language-content--7b0f5f4c-2a35-4e0a-8f0e-0f9a3c6d1e52",\
        "created":"2026-11-01T00:00:00.000Z","modified":"2026-11-01T00:00:00.000Z",\
        "object_marking_refs":["%s"],"object_ref":"%s","contents":{"ko":{"name":["하나"]}}}\
        """
            .formatted(Stix.GREEN, ID);

    assertEquals(List.of(0, 1), faults(indicator, translation));
    assertEquals(List.of(0), faults(translation));
  }

  private static List<Integer> faults(String... objects) {
    return Trial.offers(objects).stream().map(offer -> offer.faults().size()).toList();
  }
}
