package org.entente.kubernetes.manifest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is committed under {@code rendered/} is what Kustomize makes of the overlays. */
class RenderedTest {

  @ParameterizedTest
  @EnumSource
  void the_committed_manifests_are_up_to_date(Overlay overlay)
      throws IOException, InterruptedException {
    assumeTrue(
        kubectl(), "kubectl is not installed: the manifests under rendered/ are taken as is");
    assertEquals(
        kustomize(overlay.folder()),
        overlay.rendered(),
        "run deploy/kubernetes/render after edits");
  }

  private static boolean kubectl() {
    return Arrays.stream(System.getenv("PATH").split(":"))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, "kubectl")));
  }

  private static String kustomize(Path folder) throws IOException, InterruptedException {
    var process =
        new ProcessBuilder("kubectl", "kustomize", folder.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), "kubectl kustomize " + folder);
    return output;
  }
}
