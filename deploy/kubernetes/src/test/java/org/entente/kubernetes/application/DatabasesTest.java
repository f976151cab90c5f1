package org.entente.kubernetes.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.entente.kubernetes.manifest.Overlay;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What was acknowledged outlives any one machine, and no failover forgets it (P4). */
class DatabasesTest {

  @ParameterizedTest
  @EnumSource(names = {"SINGLE_PARTY", "TWO_PARTY"})
  void a_commit_is_on_two_machines_and_who_may_lack_one_does_not_take_over(Overlay overlay) {
    var databases = overlay.manifests().ofKind("Cluster").toList();
    assertFalse(databases.isEmpty());
    for (var database : databases) {
      assertTrue(database.at("/spec/instances").asInt() >= 3, database.name());
      var synchronous = database.at("/spec/postgresql/synchronous");
      assertEquals(1, synchronous.path("number").asInt(), database.name());
      assertEquals("required", synchronous.path("dataDurability").asText(), database.name());
      assertTrue(synchronous.path("failoverQuorum").asBoolean(), database.name());
      assertEquals("required", database.text("/spec/affinity/podAntiAffinityType"));
    }
  }
}
