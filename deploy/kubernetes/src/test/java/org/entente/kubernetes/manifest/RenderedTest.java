package org.entente.kubernetes.manifest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is committed under {@code rendered/} is what Kustomize makes of the overlays. */
class RenderedTest {

  @ParameterizedTest
  @EnumSource
  void the_committed_manifests_are_up_to_date(Overlay overlay)
      throws IOException, InterruptedException {
    assumeTrue(
        Kustomize.isInstalled(),
        "kubectl is not installed: the manifests under rendered/ are taken as is");
    assertEquals(
        Kustomize.render(overlay.folder()),
        overlay.rendered(),
        "run deploy/kubernetes/render after edits");
  }
}
