package org.entente.kit.evidence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.entente.kit.manifest.ManifestVerifier;
import org.entente.kit.manifest.PartnerId;
import org.entente.kit.manifest.PartnerTrust;
import org.entente.kit.manifest.SignerUrn;
import org.entente.kit.manifest.SigningTrust;
import org.entente.kit.profile.Certificates;
import org.entente.kit.profile.ProfileInvalid;
import org.entente.kit.sequence.SequenceVerifier;
import org.entente.log.EvidenceRejected;
import org.entente.log.TlogPolicy;
import org.entente.timestamp.TimeStampTrust;

/**
 * Whom and what to believe offline: {@code log.policy} (C2SP tlog-policy) and for each partner
 * {@code partners/<id>/signing-ca.pem} and {@code partners/<id>/signers}, one URN a line; lines
 * that begin with {@code #} are comments; {@code partners/<id>/revoked/} may have lists of revoked
 * certificates, PEM or DER. {@code timestamps/<id>.pem} has the authorities that issue the
 * certificates of a partner's time-stamp authority.
 *
 * @param folder obtained from somebody one trusts, not from the exchange that is to be verified
 */
public record TrustFolder(Path folder) {

  /** The keys a checkpoint must be signed with, or {@link ProfileInvalid}. */
  public TlogPolicy logPolicy() {
    Path file = folder.resolve("log.policy");
    try {
      return TlogPolicy.parse(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new ProfileInvalid("The log policy " + file + " cannot be read.", e);
    } catch (EvidenceRejected e) {
      throw new ProfileInvalid("The log policy " + file + " is not valid: " + e.getMessage(), e);
    }
  }

  /** Who issues the certificates of a party's time-stamp authority; empty when nobody is listed. */
  public Optional<TimeStampTrust> timeStamps(String party) {
    Path file = folder.resolve("timestamps").resolve(party + ".pem");
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    return Optional.of(new TimeStampTrust(Set.copyOf(Certificates.in(file)), Optional.empty()));
  }

  /** A verifier of manifests that believes these partners' signers, or {@link ProfileInvalid}. */
  public ManifestVerifier manifestVerifier() {
    return new ManifestVerifier(signingTrust());
  }

  /** A verifier of sequence statements that believes the same signers. */
  public SequenceVerifier sequenceVerifier() {
    return new SequenceVerifier(signingTrust());
  }

  private SigningTrust signingTrust() {
    List<PartnerTrust> partners = new ArrayList<>();
    Map<PartnerId, List<byte[]>> lists = new HashMap<>();
    Path parent = folder.resolve("partners");
    try (Stream<Path> folders = Files.list(parent)) {
      for (Path partner : folders.filter(Files::isDirectory).sorted().toList()) {
        PartnerTrust trust = partner(partner);
        partners.add(trust);
        lists.put(trust.partner(), lists(partner.resolve("revoked")));
      }
    } catch (IOException e) {
      throw new ProfileInvalid("The trusted partners in " + parent + " cannot be read.", e);
    }
    return new SigningTrust(partners, new DeskLists(lists), Clock.systemUTC());
  }

  private static List<byte[]> lists(Path folder) throws IOException {
    List<byte[]> lists = new ArrayList<>();
    if (Files.isDirectory(folder)) {
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
          lists.add(Files.readAllBytes(file));
        }
      }
    }
    return lists;
  }

  private static PartnerTrust partner(Path folder) throws IOException {
    Set<SignerUrn> signers = new HashSet<>();
    Path file = folder.resolve("signers");
    for (String line : Files.readAllLines(file)) {
      if (!line.isBlank() && !line.startsWith("#")) {
        signers.add(
            SignerUrn.of(line.strip())
                .orElseThrow(
                    () -> new ProfileInvalid(file + " names something else than signers.")));
      }
    }
    String id = Optional.ofNullable(folder.getFileName()).map(Path::toString).orElse("");
    return new PartnerTrust(
        PartnerId.ofUrn("urn:entente:partner:" + id)
            .orElseThrow(() -> new ProfileInvalid(folder + " is not named after a partner.")),
        Set.copyOf(Certificates.in(folder.resolve("signing-ca.pem"))),
        signers,
        PartnerTrust.LONGEST_LIFETIME);
  }
}
