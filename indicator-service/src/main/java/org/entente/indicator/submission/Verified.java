package org.entente.indicator.submission;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.entente.indicator.bytes.Sha256;
import org.entente.indicator.refusal.Refusal.SubmissionInvalid;
import org.entente.stix.marking.Recipient;
import org.entente.stix.marking.Tlp;
import org.entente.stix.release.Recipients;

/// What the gateway verified of a manifest, from its `Entente-Submission` header.
///
/// @param jti the manifest's id, unique for its partner for ever
/// @param signer SAN URI of the signing certificate
/// @param floor level the manifest claims for everything in it; CLEAR when it claims none
/// @param revocationLists the lists of revoked certificates that were looked at, `crl:…`
record Verified(
    String jti,
    String signer,
    Sha256 manifestSha256,
    Sha256 bodySha256,
    Recipients recipients,
    Tlp floor,
    List<String> revocationLists) {

  static final String HEADER = "entente-submission";

  private static final Pattern REVOCATION_LIST =
      Pattern.compile("(?:tls-)?(crl:[A-Za-z0-9_-]{43}(?:#[0-9]{1,48})?)");
  private static final int MOST_LISTS = 16;
  private static final int LONGEST_SIGNER = 256;
  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  /// Reads the header.
  ///
  /// @throws SubmissionInvalid when it is not what the gateway writes; an unknown `tlp` or `rel` is
  ///   refused as well, since ignoring it would release too much
  static Verified read(String header) {
    try {
      JsonNode json = JSON.readTree(Base64.getUrlDecoder().decode(header));
      String signer = json.path("signer").asText();
      if (signer.isEmpty() || signer.length() > LONGEST_SIGNER) {
        throw new SubmissionInvalid("no signer");
      }
      return new Verified(
          UUID.fromString(json.path("jti").asText()).toString(),
          signer,
          Sha256.parse(json.path("manifest_sha256").asText()),
          Sha256.parse(json.path("body_sha256").asText()),
          recipients(json.path("rel")),
          floor(json.path("tlp")),
          revocationLists(json.path("checks")));
    } catch (IOException | IllegalArgumentException e) {
      throw new SubmissionInvalid("the gateway's facts are malformed");
    }
  }

  /// Among the checks made, of the connection's certificate and of the signer's.
  private static List<String> revocationLists(JsonNode checks) {
    return StreamSupport.stream(checks.spliterator(), false)
        .map(check -> REVOCATION_LIST.matcher(check.asText()))
        .filter(Matcher::matches)
        .map(list -> list.group(1))
        .distinct()
        .limit(MOST_LISTS)
        .toList();
  }

  /// The door refuses an empty `rel`: here an empty list says that the manifest had none.
  private static Recipients recipients(JsonNode rel) {
    if (rel.isMissingNode() || (rel.isArray() && rel.isEmpty())) {
      return new Recipients.Everyone();
    }
    if (!rel.isArray()) {
      throw new SubmissionInvalid("rel is no list");
    }
    Set<Recipient> named = new HashSet<>();
    for (JsonNode urn : rel) {
      named.add(
          Recipient.ofUrn(urn.asText())
              .orElseThrow(() -> new SubmissionInvalid("rel names no partner, agency or role")));
    }
    return new Recipients.Only(named);
  }

  private static Tlp floor(JsonNode tlp) {
    return tlp.isMissingNode()
        ? Tlp.CLEAR
        : Tlp.ofLabel(tlp.asText())
            .orElseThrow(() -> new SubmissionInvalid("tlp is no TLP 2.0 level"));
  }
}
