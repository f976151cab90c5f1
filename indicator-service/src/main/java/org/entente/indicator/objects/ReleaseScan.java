package org.entente.indicator.objects;

import java.util.ArrayList;
import java.util.List;
import org.entente.indicator.paging.PageRequest;
import org.entente.indicator.paging.Place;
import org.entente.indicator.paging.Versions;

/// Which release rows a page may consist of, as SQL that reads no more than a few times the page,
/// however many rows there are before, behind and between them. Each branch is the beginning of one
/// index range in the order of date_added:
///
/// - by version: `(latest, earliest)` has four values, `last` and `first` are two of them each;
/// - by type, the same for each type;
/// - by exact version, one range for each;
/// - by id, the rows of those objects, which are as many as they have versions.
///
/// Pure.
final class ReleaseScan {
  private static final String ROW = "SELECT date_added, object_version, size FROM release";
  private static final String ONLY = "latest AND earliest";
  private static final String LAST = "latest AND NOT earliest";
  private static final String FIRST = "NOT latest AND earliest";
  private static final String MIDDLE = "NOT latest AND NOT earliest";

  private final Sql whose;
  private final Sql run;
  private final Sql limit;
  private final String producer;
  private final Selection selection;

  private ReleaseScan(PageRequest page, String producer, Selection selection) {
    this.producer = producer;
    this.selection = selection;
    whose = whose(page.place());
    // One more than asked for tells whether something follows.
    limit = Sql.of(" ORDER BY date_added LIMIT ?", page.limit() + 1L);
    run = Sql.of(" AND date_added > ?", page.after()).then(limit);
  }

  /// The rows of a page and one more, each as `date_added, object_version, size`.
  ///
  /// @param producer whose objects the collection holds
  static Sql rows(PageRequest page, String producer, Selection selection) {
    ReleaseScan scan = new ReleaseScan(page, producer, selection);
    return selection.ids().map(scan::byId).orElseGet(scan::ranges);
  }

  /// A row if the audience has any version of the object.
  static Sql any(Place place, String producer) {
    return Sql.join(
        Sql.of("SELECT 1 FROM release"),
        whose(place),
        oneOf(producer, List.of(place.object())),
        Sql.of(" LIMIT 1"));
  }

  private static Sql whose(Place place) {
    return Sql.of(" WHERE collection = ? AND audience = ?", place.collection(), place.audience());
  }

  private Sql ranges() {
    Versions versions = selection.versions();
    List<Sql> branches = new ArrayList<>();
    for (String ends : ends(versions)) {
      branches.add(selection.types().map(t -> ofTypes(t, ends)).orElseGet(() -> of(ends)));
    }
    if (!versions.exact().isEmpty()) {
      branches.add(ofVersions(versions.exact()));
    }
    // Only exact versions can be among the others, too.
    String union = versions.exact().isEmpty() ? " UNION ALL " : " UNION ";
    return Sql.join(
        Sql.of("SELECT * FROM ("), Sql.join(union, branches), Sql.of(") AS branch"), limit);
  }

  private List<String> ends(Versions versions) {
    if (versions.all()) {
      return selection.types().isEmpty() ? List.of("true") : List.of(ONLY, LAST, FIRST, MIDDLE);
    }
    List<String> ends = new ArrayList<>();
    if (versions.first() || versions.last()) {
      ends.add(ONLY);
    }
    if (versions.last()) {
      ends.add(LAST);
    }
    if (versions.first()) {
      ends.add(FIRST);
    }
    return ends;
  }

  private Sql of(String ends) {
    return Sql.join(Sql.of("(" + ROW), whose, Sql.of(" AND " + ends), run, Sql.of(")"));
  }

  private Sql ofTypes(List<String> types, String ends) {
    return forEach(types, Sql.of(" AND type = wanted.value AND " + ends));
  }

  private Sql ofVersions(List<String> versions) {
    Sql typed = selection.types().map(t -> Sql.of(" AND type = ANY (?)", t)).orElse(Sql.of(""));
    return forEach(versions, Sql.of(" AND version = wanted.value").then(typed));
  }

  private Sql forEach(List<String> values, Sql condition) {
    return Sql.join(
        Sql.of("(SELECT each.* FROM unnest(?) AS wanted (value) CROSS JOIN LATERAL (", values),
        Sql.of(ROW),
        whose,
        condition,
        run,
        Sql.of(") AS each)"));
  }

  private Sql byId(List<String> ids) {
    return Sql.join(
        Sql.of(ROW), whose, oneOf(producer, ids), versionsOf(selection.versions()), run);
  }

  private static Sql oneOf(String producer, List<String> ids) {
    return Sql.of(
        " AND object_version = ANY (ARRAY("
            + "SELECT id FROM object_version WHERE producer = ? AND stix_id = ANY (?)))",
        producer,
        ids);
  }

  private static Sql versionsOf(Versions versions) {
    return versions.all()
        ? Sql.of("")
        : Sql.of(
            " AND (latest AND ? OR earliest AND ? OR version = ANY (?))",
            versions.last(),
            versions.first(),
            versions.exact());
  }
}
