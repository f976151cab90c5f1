package org.entente.audit.console;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers mean what OCSF 1.8 says, activities what their class says; the rest means nothing. */
class OcsfCaptionsTest {

  @ParameterizedTest
  @CsvSource({
    "6003, class_uid, 6003, API Activity",
    "6003, activity_id, 2, Read",
    "6005, activity_id, 4, Query",
    "1008, activity_id, 3, Export",
    "1008, activity_id, 99, Other",
    "6003, status_id, 2, Failure",
    "6003, disposition_id, 2, Blocked",
    "6003, disposition_id, 27, Error",
    "6003, disposition_id, 28, ''",
    "6003, time, 1795662698399, 2026-11-26T03:11:38.399Z",
    "6003, activity_id, 5, ''",
    "6003, activity_id, 0, ''",
    "6003, activity_id, ٢, ''",
    "'', activity_id, 1, ''",
    "6003, time, 9223372036854775808, ''",
    "6003, time, soon, ''",
    "6003, api.operation, 1, ''",
  })
  void a_number_has_its_caption(String recordClass, String path, String value, String caption) {
    assertEquals(caption, OcsfCaptions.of(recordClass, path, value));
  }
}
