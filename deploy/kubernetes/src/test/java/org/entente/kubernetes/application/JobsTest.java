package org.entente.kubernetes.application;

import static org.entente.kubernetes.manifest.Manifest.stream;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.entente.kubernetes.manifest.Manifest;
import org.entente.kubernetes.manifest.Manifests;
import org.entente.kubernetes.manifest.Overlay;
import org.entente.kubernetes.manifest.StrictReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an operator starts by hand is what the service is, and stands in nobody's way. */
class JobsTest {

  private static final Map<String, List<String>> ARGUMENTS =
      Map.of("log-fsck", List.of("fsck"), "log-restore", List.of("restore", "--from", "/mirror"));
  private static final Pattern FROM = Pattern.compile("--from=cronjob/([a-z-]+)");

  /** Nobody logs in at a command, and nothing of it is kept. */
  private static final Set<String> OF_THE_SERVICE_ALONE = Set.of("console", "revocation", "tmp");

  @ParameterizedTest
  @EnumSource
  void a_command_has_the_image_variables_and_files_of_the_service(Overlay overlay) {
    var manifests = overlay.manifests();
    var service = container(manifests.get("Deployment", "audit-service"));
    ARGUMENTS.forEach((name, arguments) -> {
      var job = manifests.get("CronJob", name);
      var container = container(job);
      assertEquals(arguments, stream(container.path("args")).map(JsonNode::asText).toList());
      assertFalse(container.has("command"), "the image's entry point is");
      assertEquals(service.path("image"), container.path("image"));
      assertEquals(service.path("env"), container.path("env"));
      var mounts = mounts(container);
      mounts.remove("/mirror");
      assertEquals(mounts(service), mounts);
      assertTrue(job.at("/spec/suspend").asBoolean(), "the clock does not start it");
      assertTrue(job.at("/spec/failedJobsHistoryLimit").asInt() >= 10, "findings are kept");
    });
  }

  @ParameterizedTest
  @EnumSource
  void nothing_that_counts_replicas_counts_a_command(Overlay overlay) {
    var manifests = overlay.manifests();
    for (var job : manifests.ofKind("CronJob").toList()) {
      var labels = job.podLabels().entrySet();
      for (var place :
          Map.of("Service", "/spec/selector", "PodDisruptionBudget", "/spec/selector/matchLabels")
              .entrySet()) {
        assertTrue(
            manifests
                .ofKind(place.getKey())
                .map(selecting -> Manifest.map(selecting.at(place.getValue())))
                .noneMatch(wanted -> labels.containsAll(wanted.entrySet())),
            place.getKey());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"README.md", "../RUNBOOK.md", "../UPGRADE.md"})
  void a_command_that_is_told_is_there(String document) throws IOException {
    var text = Files.readString(Overlay.FOLDER.resolve(document));
    var told = FROM.matcher(text).results().map((MatchResult found) -> found.group(1)).toList();
    assertFalse(told.isEmpty(), document);
    assertTrue(ARGUMENTS.keySet().containsAll(told), told::toString);
    assertFalse(text.contains("java -jar"), "images have no shell to say that in");
  }

  @Test
  void the_pod_that_takes_a_mirror_is_let_in() throws IOException {
    var text = Files.readString(Overlay.FOLDER.resolve("jobs/mirror.yaml"));
    var mirror = Manifests.parse(text);
    assertEquals(List.of(), new StrictReader().faults(mirror));
    assertEquals(List.of(), Restricted.faults(mirror));
    var claim =
        Overlay.TWO_PARTY
            .manifests()
            .get("CronJob", "log-restore")
            .volumes()
            .map(volume -> volume.at("/persistentVolumeClaim/claimName").asText())
            .filter(name -> !name.isEmpty())
            .toList();
    assertEquals(mirror.ofKind("PersistentVolumeClaim").map(Manifest::name).toList(), claim);
  }

  private static JsonNode container(Manifest workload) {
    return workload.containers().findFirst().orElseThrow();
  }

  private static Set<String> mounts(JsonNode container) {
    return stream(container.path("volumeMounts"))
        .filter(mount -> !OF_THE_SERVICE_ALONE.contains(mount.path("name").asText()))
        .map(mount -> mount.path("mountPath").asText())
        .collect(Collectors.toSet());
  }
}
