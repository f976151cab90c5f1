package org.entente.gateway.record;

import java.util.List;
import java.util.Optional;

/**
 * What a record says besides who, what and when; each part as soon as it is known.
 *
 * @param purpose why the caller asks
 * @param legalBasis on what ground
 * @param collection the collection in the path
 * @param manifestSha256 base64url, over the manifest as received
 * @param body digest and size of a submission's body
 * @param query of the URL, as sent
 * @param counted the client's own number of this request, once its signature held
 * @param revocationLists lists of revoked certificates that were looked at; once one is found to be
 *     revoked, the list that says so
 */
public record Particulars(
    Optional<String> purpose,
    Optional<String> legalBasis,
    Optional<String> collection,
    Optional<String> manifestSha256,
    Optional<SignedBytes> body,
    Optional<String> query,
    Optional<Counted> counted,
    List<String> revocationLists) {

  /** Copies the list. */
  public Particulars {
    revocationLists = List.copyOf(revocationLists);
  }

  /** A client's number of its request, and the digest (base64url) of the statement that says so. */
  public record Counted(long number, String sha256) {}

  /** Digest (base64url) and size of a body, and who signed it once that is certain. */
  public record SignedBytes(String sha256, long size, Optional<String> signer) {}

  static Particulars ofQuery(Optional<String> query) {
    return new Particulars(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        query,
        Optional.empty(),
        List.of());
  }

  /** The same with a purpose. */
  public Particulars withPurpose(String known) {
    return new Particulars(
        Optional.of(known),
        legalBasis,
        collection,
        manifestSha256,
        body,
        query,
        counted,
        revocationLists);
  }

  /** The same with its ground, if there is one. */
  public Particulars withLegalBasis(Optional<String> known) {
    return new Particulars(
        purpose, known, collection, manifestSha256, body, query, counted, revocationLists);
  }

  /** The same with a collection. */
  public Particulars withCollection(String known) {
    return new Particulars(
        purpose,
        legalBasis,
        Optional.of(known),
        manifestSha256,
        body,
        query,
        counted,
        revocationLists);
  }

  /** The same with a manifest. */
  public Particulars withManifest(String known) {
    return new Particulars(
        purpose, legalBasis, collection, Optional.of(known), body, query, counted, revocationLists);
  }

  /** The same with a body. */
  public Particulars withBody(SignedBytes known) {
    return new Particulars(
        purpose,
        legalBasis,
        collection,
        manifestSha256,
        Optional.of(known),
        query,
        counted,
        revocationLists);
  }

  /** The same with the client's own number. */
  public Particulars withNumber(Counted known) {
    return new Particulars(
        purpose,
        legalBasis,
        collection,
        manifestSha256,
        body,
        query,
        Optional.of(known),
        revocationLists);
  }

  /** The same with these lists of revoked certificates. */
  public Particulars withRevocationLists(List<String> known) {
    return new Particulars(
        purpose, legalBasis, collection, manifestSha256, body, query, counted, known);
  }
}
