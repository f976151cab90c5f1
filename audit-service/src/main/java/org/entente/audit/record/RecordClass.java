package org.entente.audit.record;

import java.util.List;

/** The event classes of OCSF 1.8.0 that records have. */
public enum RecordClass {
  /** A use of the exchange. */
  API_ACTIVITY(6, 6003),
  /** A look into the log: 1 read, 4 query. */
  DATASTORE_ACTIVITY(6, 6005),
  /** What becomes of the log itself: 2 delete, 3 export, 6 start, 7 stop, 99 other. */
  EVENT_LOG_ACTIVITY(1, 1008);

  private static final int TYPES_PER_CLASS = 100;

  private final int category;
  private final int uid;

  RecordClass(int category, int uid) {
    this.category = category;
    this.uid = uid;
  }

  /** The class that these fields name without contradiction. */
  static RecordClass of(RecordFields fields) {
    var uid = fields.number("class_uid");
    for (var kind : values()) {
      if (kind.uid == uid) {
        kind.require(fields);
        return kind;
      }
    }
    throw RecordRejected.invalid("class_uid must be 6003, 6005 or 1008");
  }

  private void require(RecordFields fields) {
    fields.require("category_uid", category);
    var activity = fields.number("activity_id");
    if (!activities().contains(activity)) {
      throw RecordRejected.invalid("activity_id must be one of " + activities());
    }
    fields.require("type_uid", typeUid(activity));
    switch (this) {
      case API_ACTIVITY -> {}
      case DATASTORE_ACTIVITY -> fields.text("database.name");
      case EVENT_LOG_ACTIVITY -> fields.text("log_name");
    }
  }

  private List<Long> activities() {
    return switch (this) {
      case API_ACTIVITY -> List.of(1L, 2L, 3L, 4L, 99L);
      case DATASTORE_ACTIVITY -> List.of(1L, 4L);
      case EVENT_LOG_ACTIVITY -> List.of(2L, 3L, 6L, 7L, 99L);
    };
  }

  int category() {
    return category;
  }

  int uid() {
    return uid;
  }

  long typeUid(long activity) {
    return (long) uid * TYPES_PER_CLASS + activity;
  }
}
