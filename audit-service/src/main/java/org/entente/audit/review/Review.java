package org.entente.audit.review;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.entente.audit.review.State.Step;
import org.entente.audit.search.SearchParameters;

/**
 * A review, and how far what is stored of it can be believed.
 *
 * @param opened the record of opening it; empty when the entry it names is not intact
 * @param ended the record of its end; empty before it, or when that entry is not intact
 * @param last of its ends in the log: what is stored, unless it was lost
 */
public record Review(
    StoredReview stored,
    Optional<ReviewRecord> opened,
    Optional<ReviewRecord> ended,
    Optional<Step> last,
    Fit fit) {

  static Review of(
      StoredReview stored,
      Optional<ReviewRecord> opened,
      Optional<ReviewRecord> ended,
      Optional<Step> last,
      boolean lastIsOld) {
    var fit = Fit.of(stored, opened, ended, last);
    return new Review(stored, opened, ended, last, lastIsOld ? fit : fit.beforeItIsStored());
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

  /** The same search without what came later; of what cannot be believed, everything. */
  public String queryThen() {
    var filled = new TreeMap<>(asked());
    var newest = frozen().size() - 1;
    filled.merge(
        "last",
        Long.toString(newest),
        (asked, frozen) -> Long.parseLong(asked) < newest ? asked : frozen);
    return SearchParameters.text(filled);
  }

  /** Of its end; empty before it, and once erased. */
  public String note() {
    return stored.note().orElse("");
  }

  /** The text whose digest its last record has, if that fits; empty once erased. */
  public Optional<String> statement() {
    return stored
        .statement()
        .map(statement ->
            open() ? statement.opened() : statement.ended(state(), stored.opening(), note()));
  }

  /** Whether it waits for its end. */
  public boolean open() {
    return state() == State.OPEN;
  }

  /** What is stored of what became of it. */
  public State state() {
    return stored.end().map(Step::state).orElse(State.OPEN);
  }

  /** Whether what it reviews is what its records say. */
  public boolean believed() {
    return fit != Fit.ALTERED && fit != Fit.ERASED;
  }

  /** Whether one person opened and ended it, as far as both are known. */
  public boolean byOnePerson() {
    return opened.isPresent()
        && ended.filter(end -> end.isBy(opened.get().party(), opened.get().who())).isPresent();
  }

  /** Its id as records have it. */
  public String uid() {
    return uid(id());
  }

  static String uid(UUID id) {
    return "review--" + id;
  }
}
