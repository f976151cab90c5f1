package org.entente.kit.manifest;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.entente.kit.manifest.Claims.SignedBody;
import org.entente.kit.manifest.ManifestRejected.Code;
import org.entente.stix.marking.Recipient;

/** Reads the claims of version 1; what is missing, malformed or unknown is CLAIM_INVALID. */
final class Claim {

  /** The end of the year 9999, in seconds. */
  static final long LAST_SECOND = 253_402_300_799L;

  private static final Set<String> KNOWN =
      Set.of("ver", "iss", "sub", "aud", "iat", "exp", "jti", "col", "rel", "tlp", "prev", "body");
  private static final Set<String> KNOWN_BODY = Set.of("cty", "size", "sha-256", "sha-384");
  private static final Set<String> TLP = Set.of("clear", "green", "amber", "amber+strict", "red");
  private static final int MAX_RECIPIENTS = 64;
  private static final int MAX_AUDIENCE = 512;
  private static final Pattern UUID_FORM =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

  private final Map<?, ?> members;

  private Claim(Map<?, ?> members, Set<String> known) {
    if (!known.containsAll(members.keySet())) {
      throw invalid("The manifest holds a claim that version 1 does not know.");
    }
    this.members = members;
  }

  static Claims parse(byte[] utf8) {
    Claim claim = new Claim(Jws.object(utf8), KNOWN);
    if (claim.number("ver") != 1) {
      throw invalid("The manifest's version is not 1.");
    }
    return new Claims(
        claim.required("iss", PartnerId::ofUrn),
        claim.required("sub", SignerUrn::of),
        claim.required("aud", Claim::audience),
        claim.required("col", Claim::uuid).toString(),
        claim.required("jti", Claim::uuid),
        claim.time("iat"),
        claim.time("exp"),
        claim.recipients(),
        claim.optional("tlp", text -> Optional.of(text).filter(TLP::contains)),
        claim.optional("prev", Sha256::ofBase64Url),
        claim.body());
  }

  private SignedBody body() {
    if (members.get("body") instanceof Map<?, ?> body) {
      Claim claim = new Claim(body, KNOWN_BODY);
      return new SignedBody(
          claim.required("cty", Optional::of),
          claim.number("size"),
          claim.required("sha-256", Sha256::ofBase64Url),
          claim.optional("sha-384", Claim::sha384));
    }
    throw invalid("The claim body is missing or no object.");
  }

  private List<Recipient> recipients() {
    if (!members.containsKey("rel")) {
      return List.of();
    }
    if (members.get("rel") instanceof List<?> list
        && !list.isEmpty()
        && list.size() <= MAX_RECIPIENTS
        && Set.copyOf(list).size() == list.size()) {
      return list.stream().map(Claim::recipient).toList();
    }
    throw invalid("The claim rel is not a list of different partners, agencies or roles.");
  }

  private static Recipient recipient(Object urn) {
    return (urn instanceof String text ? Recipient.ofUrn(text) : Optional.<Recipient>empty())
        .orElseThrow(
            () -> invalid("The claim rel is not a list of different partners, agencies or roles."));
  }

  private <T> T required(String name, Function<String, Optional<T>> read) {
    return (members.get(name) instanceof String text ? read.apply(text) : Optional.<T>empty())
        .orElseThrow(() -> invalid("The claim " + name + " is missing or malformed."));
  }

  private <T> Optional<T> optional(String name, Function<String, Optional<T>> read) {
    return members.containsKey(name) ? Optional.of(required(name, read)) : Optional.empty();
  }

  private long number(String name) {
    if (members.get(name) instanceof Long value && value >= 0) {
      return value;
    }
    throw invalid("The claim " + name + " is missing or no whole number.");
  }

  private Instant time(String name) {
    long seconds = number(name);
    if (seconds > LAST_SECOND) {
      throw invalid("The claim " + name + " is no time.");
    }
    return Instant.ofEpochSecond(seconds);
  }

  private static Optional<UUID> uuid(String text) {
    return UUID_FORM.matcher(text).matches()
        ? Optional.of(UUID.fromString(text))
        : Optional.empty();
  }

  private static Optional<String> audience(String text) {
    try {
      boolean https = "https".equals(new URI(text).getScheme());
      return https && text.length() <= MAX_AUDIENCE ? Optional.of(text) : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> sha384(String text) {
    return Base64Url.decoded(text).filter(bytes -> bytes.length == 48).map(bytes -> text);
  }

  static ManifestRejected invalid(String detail) {
    return new ManifestRejected(Code.CLAIM_INVALID, detail);
  }
}
