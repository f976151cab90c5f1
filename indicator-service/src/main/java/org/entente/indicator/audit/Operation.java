package org.entente.indicator.audit;

/// What was attempted, in the words of the access record.
public enum Operation {
  GET_COLLECTIONS("taxii.getCollections", Activity.READ),
  GET_COLLECTION("taxii.getCollection", Activity.READ),
  ADD_OBJECTS("taxii.addObjects", Activity.CREATE),
  ADD_OBJECTS_REPEATED("taxii.addObjects", Activity.READ),
  ADD_OBJECTS_OUTCOME("taxii.addObjects.outcome", Activity.CREATE),
  GET_OBJECTS("taxii.getObjects", Activity.READ),
  GET_OBJECT("taxii.getObject", Activity.READ),
  GET_MANIFEST("taxii.getManifest", Activity.READ),
  GET_VERSIONS("taxii.getVersions", Activity.READ),
  DELETE_OBJECT("taxii.deleteObject", Activity.DELETE),
  DELETE_OBJECT_REPEATED("taxii.deleteObject", Activity.READ),
  DELETE_OBJECT_OUTCOME("taxii.deleteObject.outcome", Activity.DELETE),
  GET_RIGHTS("rights.get", Activity.READ),
  DRY_RUN("release.dryRun", Activity.READ),
  ACT("release.act", Activity.UPDATE),
  ACT_REPEATED("release.act", Activity.READ),
  ACT_OUTCOME("release.act.outcome", Activity.UPDATE),
  GET_WITHDRAWALS("release.getWithdrawals", Activity.READ),
  GET_STATUS("taxii.getStatus", Activity.READ),
  LOOKUP("lookup", Activity.READ),
  GET_EVIDENCE("evidence.get", Activity.READ);

  private final String label;
  private final Activity activity;

  Operation(String label, Activity activity) {
    this.label = label;
    this.activity = activity;
  }

  /// The operation's name in the record.
  public String label() {
    return label;
  }

  /// Whether nothing changes by it.
  public boolean isRead() {
    return activity == Activity.READ;
  }

  /// OCSF `activity_id`.
  int activity() {
    return activity.id;
  }

  private enum Activity {
    CREATE(1),
    READ(2),
    UPDATE(3),
    DELETE(4);

    private final int id;

    Activity(int id) {
      this.id = id;
    }
  }
}
