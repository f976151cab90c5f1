package org.entente.indicator.collection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.entente.indicator.party.Parties;
import org.entente.indicator.party.PartyConfig;
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
  void no_two_collections_have_one_name() {
    UUID first = UUID.randomUUID();
    UUID second = UUID.randomUUID();
    collections(Map.of("a", named(first, "x"), "b", named(second, "y")));
    for (String taken : new String[] {"x", first.toString()}) {
      assertThrows(
          IllegalStateException.class,
          () -> collections(Map.of("a", named(first, "x"), "b", named(second, taken))));
    }
  }

  @Test
  void a_collection_id_is_a_version_4_uuid() {
    UUID version7 = UUID.fromString("01930000-0000-7000-8000-000000000000");
    assertThrows(
        IllegalArgumentException.class, () -> collections(Map.of("a", named(version7, "x"))));
  }

  private static Collections collections(Map<String, ExchangeConfig.CollectionConfig> configured) {
    Party party = new Party(Optional.empty(), Map.of());
    Parties parties = new Parties(() -> Map.of("kr", party, "eu", party));
    return new Collections(config(configured), parties);
  }

  private static ExchangeConfig.CollectionConfig named(UUID id, String alias) {
    return new Configured(
        id, Optional.of(alias), "t", Optional.empty(), "kr", Optional.empty(), Set.of("eu"));
  }

  private static ExchangeConfig config(Map<String, ExchangeConfig.CollectionConfig> collections) {
    return new ExchangeConfig() {
      @Override
      public Map<String, CollectionConfig> collections() {
        return collections;
      }

      @Override
      public LimitsConfig limits() {
        throw new UnsupportedOperationException();
      }
    };
  }

  private record Party(
      Optional<Set<String>> identities, Map<String, PartyConfig.AgencyConfig> agencies)
      implements PartyConfig.PartnerConfig {}

  private record Configured(
      UUID id,
      Optional<String> alias,
      String title,
      Optional<String> description,
      String producer,
      Optional<String> legalBasis,
      Set<String> audience)
      implements ExchangeConfig.CollectionConfig {}
}
