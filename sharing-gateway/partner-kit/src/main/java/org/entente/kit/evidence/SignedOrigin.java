package org.entente.kit.evidence;

import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.entente.kit.manifest.Body;
import org.entente.kit.manifest.Expectation;
import org.entente.kit.manifest.ManifestVerifier;
import org.entente.kit.manifest.VerifiedManifest;
import org.entente.kit.stix.StixInput;
import org.entente.kit.stix.StixSlice;

/**
 * What a producer signed, verified: any object whose bytes occur in it comes from that producer as
 * it stands.
 *
 * @param submission the exchange's id of the submission
 */
public record SignedOrigin(String submission, VerifiedManifest manifest, Evidence evidence) {

  /** Manifest and body as they were signed. */
  public static final class Evidence {
    private final byte[] manifest;
    private final byte[] body;
    private final Set<StixSlice> objects;

    Evidence(byte[] manifest, byte[] body) {
      this.manifest = manifest;
      this.body = body;
      this.objects = new HashSet<>(StixInput.of(body).objects());
    }

    /** A copy of the manifest as received. */
    public byte[] manifest() {
      return manifest.clone();
    }

    /** A copy of the body as received. */
    public byte[] body() {
      return body.clone();
    }
  }

  /** Verifies the answer of {@code /evidence}; {@link EvidenceUnreadable} when it is none. */
  public static SignedOrigin of(Map<String, Object> answer, ManifestVerifier verifier) {
    byte[] manifest = decoded(answer, "manifest");
    byte[] body = decoded(answer, "body");
    VerifiedManifest verified = verifier.verify(manifest, Body.of(body), Expectation.offline());
    return new SignedOrigin(
        String.valueOf(answer.get("submission")), verified, new Evidence(manifest, body));
  }

  /** Whether this object stands in the signed body, byte for byte. */
  public boolean contains(StixSlice object) {
    return evidence.objects.contains(object);
  }

  /** Whether any of these origins holds the object. */
  public static boolean anyContains(List<SignedOrigin> origins, StixSlice object) {
    return origins.stream().anyMatch(origin -> origin.contains(object));
  }

  private static byte[] decoded(Map<String, Object> answer, String name) {
    try {
      if (answer.get(name) instanceof String text) {
        return Base64.getDecoder().decode(text);
      }
    } catch (IllegalArgumentException e) {
      // Falls through: text that is no base64 is as good as none.
    }
    throw new EvidenceUnreadable("The exchange's evidence lacks its " + name + ".");
  }
}
