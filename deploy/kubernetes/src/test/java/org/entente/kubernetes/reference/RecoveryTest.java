package org.entente.kubernetes.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.entente.kubernetes.manifest.Kustomize;
import org.entente.kubernetes.manifest.Manifest;
import org.entente.kubernetes.manifest.Manifests;
import org.entente.kubernetes.manifest.Overlay;
import org.entente.kubernetes.manifest.StrictReader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The example of a recovery leaves nobody behind at the old database. */
class RecoveryTest {

  /** The old one, its Secrets, its service; not its archive's key. */
  private static final Pattern OLD = Pattern.compile("audit-database(?!-2|-backup)");

  /** What says where the archive is, and the old one itself. */
  private static final List<String> OF_THE_OLD = List.of("Cluster", "ObjectStore");

  private Manifests manifests = new Manifests(List.of());

  @BeforeEach
  void render() throws IOException, InterruptedException {
    assumeTrue(Kustomize.isInstalled(), "kubectl is not installed: the example is not rendered");
    var folder = Overlay.FOLDER.resolve("src/test/kustomize/recovery");
    manifests = Manifests.parse(Kustomize.render(folder));
  }

  @Test
  void everything_that_is_named_is_there_and_nothing_else_is_said() {
    assertEquals(List.of(), new StrictReader().faults(manifests));
    assertEquals(List.of(), ReferencesTest.faults(manifests));
  }

  @Test
  void only_the_old_database_and_its_archive_go_by_the_old_name() {
    var left =
        manifests.all().stream()
            .filter(manifest -> !OF_THE_OLD.contains(manifest.kind()))
            // The first file's address counts; the base's stays behind it.
            .filter(manifest -> !manifest.name().matches("audit-service-[a-z0-9]{10}"))
            .filter(manifest -> said(manifest, "/spec") || said(manifest, "/data"))
            .map(Manifest::toString)
            .toList();
    assertEquals(List.of(), left);
  }

  @Test
  void the_new_one_is_like_the_old_one_and_archives_under_a_name_of_its_own() {
    var former = manifests.get("Cluster", "audit-database");
    var latter = manifests.get("Cluster", "audit-database-2");
    for (var same : List.of("/spec/postgresql", "/spec/storage", "/spec/walStorage")) {
      assertEquals(former.at(same), latter.at(same));
    }
    var server = "/parameters/serverName";
    var archive = latter.all("/spec/plugins").findFirst().orElseThrow().at(server).asText();
    var source = latter.at("/spec/externalClusters/0/plugin" + server).asText();
    assertEquals(former.name(), source);
    assertFalse(archive.isEmpty());
    assertNotEquals(source, archive);
    assertEquals(0, manifests.get("Deployment", "audit-service").at("/spec/replicas").asInt(9));
  }

  private static boolean said(Manifest manifest, String where) {
    return OLD.matcher(manifest.at(where).toString()).find();
  }
}
