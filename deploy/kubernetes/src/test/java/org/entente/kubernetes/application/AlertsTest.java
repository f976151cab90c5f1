package org.entente.kubernetes.application;

import static org.entente.kubernetes.manifest.Manifest.stream;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import java.util.stream.Collectors;
import org.entente.kubernetes.manifest.Overlay;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whoever is woken up finds what to do. */
class AlertsTest {

  private static final String HERE = "/deploy/kubernetes/README.md#";

  @ParameterizedTest
  @EnumSource
  void every_alert_leads_to_a_section_of_the_readme(Overlay overlay) {
    var anchors =
        Packaged.text(Overlay.FOLDER.resolve("README.md"))
            .lines()
            .filter(line -> line.startsWith("### "))
            .map(line -> line.substring(4).toLowerCase(Locale.ROOT).replace(' ', '-'))
            .collect(Collectors.toSet());
    var links =
        overlay
            .manifests()
            .ofKind("PrometheusRule")
            .flatMap(rules -> rules.all("/spec/groups"))
            .flatMap(group -> stream(group.path("rules")))
            .map(rule -> rule.at("/annotations/runbook_url").asText())
            .toList();
    assertFalse(links.isEmpty());
    for (var link : links) {
      assertTrue(link.contains(HERE), link);
      assertTrue(anchors.contains(link.substring(link.indexOf('#') + 1)), link);
    }
  }
}
