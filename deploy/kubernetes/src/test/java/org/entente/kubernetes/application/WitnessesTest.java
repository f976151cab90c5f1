package org.entente.kubernetes.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.entente.kubernetes.manifest.Overlay;
import org.entente.log.TlogPolicy;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The policy that the audit-service mounts is one, is about its log, and asks every party. */
class WitnessesTest {

  @ParameterizedTest
  @EnumSource(names = {"SINGLE_PARTY", "TWO_PARTY"})
  void every_party_has_witnesses_and_they_must_have_cosigned(
      Overlay overlay, @TempDir Path folder) {
    var manifests = overlay.manifests();
    var service = new Installed(manifests.get("Deployment", "audit-service"), manifests);
    var properties = service.properties();
    var file = service.file(properties.getOrDefault("entente.witness.policy", "none"));
    var text = manifests.get("ConfigMap", file.name()).at("/data").path(file.part()).asText();

    var policy = TlogPolicy.parse(text.getBytes(StandardCharsets.US_ASCII));

    var origin = properties.get("entente.log.origin");
    assertEquals(2, policy.logs().size());
    assertTrue(policy.logs().stream().allMatch(key -> key.name().equals(origin)));
    assertNotEquals(TlogPolicy.NO_QUORUM, policy.quorum());
    Agreed.in(manifests, folder)
        .parties()
        .keySet()
        .forEach(party -> assertTrue(policy.witnesses().containsKey(party), party));
  }
}
