package org.entente.audit.review;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A review, and how far what is stored of it can be believed.
 *
 * @param opened the record of opening it; empty when the entry it names is not intact
 * @param signed the record of the sign-off; empty before it, or when that entry is not intact
 */
public record Review(
    StoredReview stored, Optional<ReviewRecord> opened, Optional<ReviewRecord> signed, Fit fit) {

  /** What became of a review. */
  public enum State {
    OPEN,
    SIGNED
  }

  static Review of(
      StoredReview stored,
      Optional<ReviewRecord> opened,
      Optional<ReviewRecord> signed,
      Optional<Long> lastSigned) {
    return new Review(stored, opened, signed, Fit.of(stored, opened, signed, lastSigned));
  }

  public UUID id() {
    return stored.id();
  }

  /** Whose auditors it exists for. */
  public Owner owner() {
    return stored.owner();
  }

  /** The log as it was then. */
  public Frozen frozen() {
    return stored.frozen();
  }

  /** What is reviewed, as stored: only a sound review's can be read as a query. */
  public String query() {
    return stored.words().map(StoredReview.Words::query).orElse("");
  }

  /** What is reviewed, by name; nothing when it asks for everything, or cannot be believed. */
  public Map<String, String> asked() {
    return believed() ? ReviewQuery.parse(query()).filled() : Map.of();
  }

  /** Of the sign-off; empty before it, and once erased. */
  public String note() {
    return stored.note().orElse("");
  }

  /** The text whose digest its last record has, if that fits; empty once erased. */
  public Optional<String> statement() {
    return stored
        .statement()
        .map(statement -> open() ? statement.opened() : statement.signed(stored.opening(), note()));
  }

  /** Whether it waits for its sign-off. */
  public boolean open() {
    return stored.signing().isEmpty();
  }

  /** Whether what it reviews is what its records say. */
  public boolean believed() {
    return fit == Fit.SOUND || fit == Fit.SIGN_OFF_LOST;
  }

  /** Its id as records have it. */
  public String uid() {
    return uid(id());
  }

  static String uid(UUID id) {
    return "review--" + id;
  }
}
