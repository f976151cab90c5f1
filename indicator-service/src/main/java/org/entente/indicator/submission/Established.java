package org.entente.indicator.submission;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.Base64;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.entente.indicator.bytes.Sha256;
import org.entente.indicator.refusal.Refusal.SubmissionInvalid;
import org.entente.indicator.release.Recipients;
import org.entente.indicator.stix.Tlp;

/// What the gateway verified of a submission, as its `Entente-Submission` header says.
///
/// @param jti the manifest's id, unique for its partner
/// @param signer URN of who signed
/// @param recipients whom the manifest names
/// @param floor level the manifest claims for everything in it
record Established(UUID jti, String signer, Digests digests, Recipients recipients, Tlp floor) {
  static final String NAME = "entente-submission";

  private static final String PARTNER = "urn:entente:partner:";
  private static final int LONGEST_SIGNER = 256;
  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  /// Reads the header, now or as it was kept.
  ///
  /// @throws SubmissionInvalid when it is not what the gateway writes
  static Established read(String header) {
    try {
      JsonNode json = JSON.readTree(Base64.getUrlDecoder().decode(header));
      String signer = text(json, "signer");
      if (signer.length() > LONGEST_SIGNER) {
        throw new SubmissionInvalid("the signer's name is too long");
      }
      Digests digests =
          new Digests(
              Sha256.parse(text(json, "manifest_sha256")), Sha256.parse(text(json, "body_sha256")));
      UUID jti = UUID.fromString(text(json, "jti"));
      return new Established(jti, signer, digests, recipients(json.path("rel")), floor(json));
    } catch (IOException | IllegalArgumentException e) {
      throw new SubmissionInvalid("what the gateway established is malformed");
    }
  }

  private static String text(JsonNode json, String name) {
    return Optional.ofNullable(json.path(name).textValue())
        .orElseThrow(() -> new SubmissionInvalid("the gateway did not establish " + name));
  }

  /// A manifest cannot name nobody: an empty list stands for a claim that is absent.
  private static Recipients recipients(JsonNode rel) {
    if (rel.isMissingNode() || (rel.isArray() && rel.isEmpty())) {
      return new Recipients.Everyone();
    }
    if (!rel.isArray()) {
      throw new SubmissionInvalid("rel is no list");
    }
    Set<String> partners = new HashSet<>();
    for (JsonNode recipient : rel) {
      if (!recipient.asText().startsWith(PARTNER)) {
        throw new SubmissionInvalid("rel names no partner");
      }
      partners.add(recipient.asText().substring(PARTNER.length()));
    }
    return new Recipients.Only(partners);
  }

  /// A level nobody here knows may be stricter than all known ones.
  private static Tlp floor(JsonNode json) {
    if (json.path("tlp").isMissingNode()) {
      return Tlp.CLEAR;
    }
    return Tlp.ofLabel(json.path("tlp").asText())
        .orElseThrow(() -> new SubmissionInvalid("tlp is no level of TLP 2.0"));
  }

  /// SHA-256 over the manifest and over the body, as received.
  record Digests(Sha256 manifest, Sha256 body) {}
}
