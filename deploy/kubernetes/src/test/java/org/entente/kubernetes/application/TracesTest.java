package org.entente.kubernetes.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.util.List;
import java.util.NoSuchElementException;
import org.entente.kubernetes.manifest.Kustomize;
import org.entente.kubernetes.manifest.Manifests;
import org.entente.kubernetes.manifest.Overlay;
import org.entente.kubernetes.manifest.StrictReader;
import org.junit.jupiter.api.Test;

/** The component that no overlay here names does what it says to one that does. */
class TracesTest {

  private static final String DISABLED = "QUARKUS_OTEL_SDK_DISABLED";
  private static final String ADDRESS = "QUARKUS_OTEL_EXPORTER_OTLP_ENDPOINT";

  @Test
  void all_three_services_send_traces_to_where_the_network_lets_them()
      throws IOException, InterruptedException {
    // Given
    assumeTrue(Kustomize.isInstalled(), "kubectl is not installed: the component is not rendered");
    var folder = Overlay.FOLDER.resolve("src/test/kustomize/traces");

    // When
    var manifests = Manifests.parse(Kustomize.render(folder));

    // Then
    assertEquals(List.of(), new StrictReader().faults(manifests));
    var rule = manifests.get("NetworkPolicy", "traces").at("/spec/egress/0");
    var name = rule.at("/to/0/podSelector/matchLabels").path("app.kubernetes.io/name").asText();
    var where =
        rule.at("/to/0/namespaceSelector/matchLabels").path("kubernetes.io/metadata.name").asText();
    var address = "http://" + name + "." + where + ":" + rule.at("/ports/0/port").asInt();
    var services = Installed.all(manifests).toList();
    assertEquals(3, services.size());
    services.forEach(service -> {
      assertEquals("false", service.environment(DISABLED), service.name());
      assertEquals(address, service.environment(ADDRESS), service.name());
    });
  }

  @Test
  void without_it_nothing_is_sent() {
    Installed.all(Overlay.TWO_PARTY.manifests())
        .forEach(service ->
            assertThrows(NoSuchElementException.class, () -> service.environment(ADDRESS)));
  }
}
