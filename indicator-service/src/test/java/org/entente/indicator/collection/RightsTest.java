package org.entente.indicator.collection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.entente.indicator.party.Audience;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RightsTest {
  @ParameterizedTest
  @CsvSource({
    "false, false, NOT_FOUND",
    "true, false, FORBIDDEN",
    "false, true, FORBIDDEN",
    "true, true, PROCEED"
  })
  void a_deletion_is_answered_by_the_table_of_section_5_7(
      boolean read, boolean write, Rights.Deletion answer) {
    assertEquals(answer, new Rights(read, write).deletion());
  }

  @Test
  void a_collection_id_is_a_version_4_uuid() {
    UUID version7 = UUID.fromString("01930000-0000-7000-8000-000000000000");
    Audience nobody = new Audience(Set.of(), List.of());
    assertThrows(
        IllegalArgumentException.class,
        () -> new Collection(version7, Optional.empty(), "t", "", "kr", nobody));
  }
}
