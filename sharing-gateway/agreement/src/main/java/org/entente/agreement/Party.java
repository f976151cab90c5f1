package org.entente.agreement;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One party of the exchange.
 *
 * @param name what people call it
 * @param identities STIX identities in whose name only this party may write
 * @param agencies by name; without any the party reads as one organisation
 * @param tls who issues its TLS client certificates
 * @param signing whose signatures count; without it the party submits nothing
 * @param provider who issues its tokens
 * @param clients registered clients by OIDC client id
 * @param limits how much may come of all its clients together
 * @param auditing how it looks at the log, and proves what it holds
 * @param revocation where lists of its revoked certificates come from
 */
public record Party(
    String name,
    Set<String> identities,
    Map<String, Agency> agencies,
    Anchors tls,
    Optional<Signing> signing,
    IdentityProvider provider,
    Map<String, Client> clients,
    Limits limits,
    Auditing auditing,
    Optional<Revocation> revocation) {

  /** Copies sets and maps. */
  public Party {
    identities = Ordered.copy(identities);
    agencies = Ordered.copy(agencies);
    clients = Ordered.copy(clients);
  }

  /**
   * One agency.
   *
   * @param clientOf another agency of the same party whose client this one is (TLP 2.0)
   * @param roles names of roles that people there read in
   * @param limits without them the agency has no limit of its own
   */
  public record Agency(Optional<String> clientOf, Set<String> roles, Optional<Limits> limits) {

    /** Copies the set. */
    public Agency {
      roles = Ordered.copy(roles);
    }
  }

  /**
   * Whose signatures count.
   *
   * @param signers URNs of the registered signers
   * @param longestValidity longest time from {@code iat} to {@code exp} of a manifest
   */
  public record Signing(Anchors anchors, Set<String> signers, Duration longestValidity) {

    /** Copies the set. */
    public Signing {
      signers = Ordered.copy(signers);
    }
  }

  /**
   * An OIDC provider.
   *
   * @param issuer what stands as {@code iss} in its tokens
   * @param url where the exchange reaches it
   * @param anchors who issues its own TLS certificate
   */
  public record IdentityProvider(
      String issuer, String url, String audience, String algorithm, Anchors anchors) {}

  /**
   * A registered client.
   *
   * @param purpose why it asks when a request does not say
   * @param legalBasis its own
   * @param role only together with an agency
   * @param counts whether it must number its requests
   */
  public record Client(
      Optional<String> purpose,
      Optional<String> legalBasis,
      Optional<String> agency,
      Optional<String> role,
      boolean counts,
      Limits limits) {}

  /**
   * How much may come, at each replica of the gateway.
   *
   * @param rate requests a second that can be kept up, 1 to 1 000 000, as the others
   * @param burst requests at once after a pause
   * @param requests most in the house at the same time
   */
  public record Limits(int rate, int burst, int requests) {}

  /**
   * How a party looks at the log.
   *
   * @param joint who may read the records of all parties: client ids, or {@code person:} and a name
   * @param people whether its people may log in to the console
   * @param hours when they are at work; only when they may log in
   * @param timeStamps the authority that stamps the log's checkpoints in its interest
   */
  public record Auditing(
      Set<String> joint,
      boolean people,
      Optional<Hours> hours,
      Optional<TimeStampAuthority> timeStamps) {

    /** Copies the set. */
    public Auditing {
      joint = Ordered.copy(joint);
    }
  }

  /** Working hours, Monday to Friday: not before {@code from}, and before {@code to}. */
  public record Hours(ZoneId zone, LocalTime from, LocalTime to) {}

  /**
   * A time-stamp authority (RFC 3161).
   *
   * @param policy object identifier of the only policy that is accepted; without it any
   */
  public record TimeStampAuthority(URI url, Anchors anchors, Optional<String> policy) {}

  /**
   * Where lists of revoked certificates (RFC 5280) come from.
   *
   * @param maxAge how long after it was fetched a list counts as fresh, whatever it says itself
   * @param grace how long one that is not fresh still counts when no newer one can be had
   */
  public record Revocation(List<Source> sources, Duration maxAge, Duration grace) {

    /** Copies the list. */
    public Revocation {
      sources = List.copyOf(sources);
    }

    /** The list of one authority, from an address or from a file. */
    public sealed interface Source {

      /** Who signs the list: one of the party's anchors. */
      Anchors authority();

      /** Fetched from an address. */
      record At(Anchors authority, URI url) implements Source {}

      /** Read from a file, which may change at any time. */
      record In(Anchors authority, Path file) implements Source {}
    }
  }
}
