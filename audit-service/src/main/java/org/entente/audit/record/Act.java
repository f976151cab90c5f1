package org.entente.audit.record;

/**
 * What a request does besides being answered, as its record tells before it is done.
 *
 * @param type of what it is done to, as in {@code resources}
 * @param uid id of the same
 * @param sha256 base64url SHA-256 over what it is about; empty when nothing is done any more
 * @param size of the tree it is about
 */
public record Act(String type, String uid, String sha256, long size) {

  /** The same request again: what it asks for was done before. */
  public static Act again(String type, String uid, long size) {
    return new Act(type, uid, "", size);
  }
}
