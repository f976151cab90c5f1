package org.entente.kubernetes.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;
import org.entente.kubernetes.manifest.Manifest;
import org.entente.kubernetes.manifest.Manifests;
import org.entente.kubernetes.manifest.Overlay;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Where there are backups, no database is without. */
class BackupsTest {

  @ParameterizedTest
  @EnumSource(names = {"SINGLE_PARTY", "TWO_PARTY"})
  void each_database_archives_is_copied_and_has_a_bucket_of_its_own(Overlay overlay) {
    var manifests = overlay.manifests();
    assertFalse(manifests.ofKind("Cluster").toList().isEmpty());
    assertEquals(List.of(), without(manifests));
    var buckets =
        manifests
            .ofKind("ObjectStore")
            .flatMap(store ->
                Stream.of(
                    store.text("/spec/configuration/destinationPath"),
                    store.text("/spec/configuration/s3Credentials/accessKeyId/name")))
            .toList();
    assertEquals(buckets.stream().distinct().toList(), buckets);
  }

  @Test
  void a_database_that_is_forgotten_is_seen() {
    var changed =
        Overlay.SINGLE_PARTY
            .manifests()
            .changed("Cluster", "identity-database", c -> c.withObject("/spec").remove("plugins"));
    assertEquals(List.of("identity-database has no archive"), without(changed));
  }

  private static List<String> without(Manifests manifests) {
    return manifests
        .ofKind("Cluster")
        .map(Manifest::name)
        .flatMap(name ->
            Stream.of(
                    archives(manifests.get("Cluster", name)) ? "" : name + " has no archive",
                    manifests.find("ObjectStore", name).isPresent() ? "" : name + " has no store",
                    copied(manifests, name) ? "" : name + " is not copied")
                .filter(fault -> !fault.isEmpty()))
        .toList();
  }

  private static boolean archives(Manifest cluster) {
    return cluster
        .all("/spec/plugins")
        .filter(plugin -> plugin.path("isWALArchiver").asBoolean())
        .map((JsonNode plugin) -> plugin.at("/parameters/barmanObjectName").asText())
        .anyMatch(cluster.name()::equals);
  }

  private static boolean copied(Manifests manifests, String cluster) {
    return manifests
        .ofKind("ScheduledBackup")
        .anyMatch(backup -> backup.text("/spec/cluster/name").equals(cluster));
  }
}
