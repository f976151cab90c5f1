package org.entente.gateway.record;

import java.util.List;

/** What a request attempts, by its public path; named in every record. */
public enum Operation {
  DISCOVERY("taxii.discovery", Activity.READ),
  API_ROOT("taxii.apiRoot", Activity.READ),
  GET_COLLECTIONS("taxii.getCollections", Activity.READ),
  GET_COLLECTION("taxii.getCollection", Activity.READ),
  ADD_OBJECTS("taxii.addObjects", Activity.CREATE),
  GET_OBJECTS("taxii.getObjects", Activity.READ),
  GET_OBJECT("taxii.getObject", Activity.READ),
  DELETE_OBJECT("taxii.deleteObject", Activity.DELETE),
  GET_MANIFEST("taxii.getManifest", Activity.READ),
  GET_VERSIONS("taxii.getVersions", Activity.READ),
  GET_STATUS("taxii.getStatus", Activity.READ),
  GET_RIGHTS("rights.get", Activity.READ),
  LOOKUP("lookup", Activity.READ),
  DRY_RUN("release.dryRun", Activity.READ),
  ACT("release.act", Activity.UPDATE),
  GET_WITHDRAWALS("release.getWithdrawals", Activity.READ),
  GET_RECEIPT("receipt.get", Activity.READ),
  GET_EVIDENCE("evidence.get", Activity.READ),
  /** No path of ours, or a method that path does not have. */
  UNKNOWN("http.unknown", Activity.OTHER);

  private final String publicName;
  private final Activity activity;

  Operation(String publicName, Activity activity) {
    this.publicName = publicName;
    this.activity = activity;
  }

  /** The activity of OCSF's API Activity class. */
  enum Activity {
    CREATE(1),
    READ(2),
    UPDATE(3),
    DELETE(4),
    OTHER(99);

    final int id;

    Activity(int id) {
      this.id = id;
    }
  }

  /** The name partners and auditors see. */
  public String publicName() {
    return publicName;
  }

  int activityId() {
    return activity.id;
  }

  /** The operation behind a method and a path; a missing final slash makes no difference. */
  public static Operation of(String method, String path) {
    Operation there = at(path);
    boolean posting = there == DRY_RUN || there == ACT;
    return switch (method) {
      case "GET", "HEAD" -> posting ? UNKNOWN : there;
      case "POST" ->
          switch (there) {
            case GET_OBJECTS -> ADD_OBJECTS;
            case LOOKUP, DRY_RUN, ACT -> there;
            default -> UNKNOWN;
          };
      case "DELETE" -> there == GET_OBJECT ? DELETE_OBJECT : UNKNOWN;
      default -> UNKNOWN;
    };
  }

  /** The methods this path answers to, as the {@code Allow} header lists them. */
  public static String allowedAt(String path) {
    return switch (at(path)) {
      case UNKNOWN -> "";
      case GET_OBJECTS, LOOKUP -> "GET, HEAD, POST";
      case GET_OBJECT -> "GET, HEAD, DELETE";
      case DRY_RUN, ACT -> "POST";
      case DISCOVERY,
          API_ROOT,
          GET_COLLECTIONS,
          GET_COLLECTION,
          ADD_OBJECTS,
          DELETE_OBJECT,
          GET_MANIFEST,
          GET_VERSIONS,
          GET_STATUS,
          GET_RIGHTS,
          GET_WITHDRAWALS,
          GET_RECEIPT,
          GET_EVIDENCE ->
          "GET, HEAD";
    };
  }

  private static Operation at(String path) {
    List<String> segments = List.of(strip(path).split("/", -1));
    return switch (segments.getFirst()) {
      case "taxii2" -> taxii(segments);
      case "receipts" -> segments.size() == 2 ? GET_RECEIPT : UNKNOWN;
      case "evidence" -> segments.size() == 1 ? GET_EVIDENCE : UNKNOWN;
      default -> UNKNOWN;
    };
  }

  private static Operation taxii(List<String> segments) {
    if (segments.size() == 1) {
      return DISCOVERY;
    }
    if (!segments.get(1).equals("exchange")) {
      return UNKNOWN;
    }
    return switch (segments.size()) {
      case 2 -> API_ROOT;
      case 3 -> underTheRoot(segments.get(2));
      case 4 -> collectionOrStatus(segments.get(2));
      default -> segments.get(2).equals("collections") ? inCollection(segments) : UNKNOWN;
    };
  }

  private static Operation underTheRoot(String segment) {
    return switch (segment) {
      case "collections" -> GET_COLLECTIONS;
      case "rights" -> GET_RIGHTS;
      case "lookup" -> LOOKUP;
      default -> UNKNOWN;
    };
  }

  private static Operation collectionOrStatus(String segment) {
    return switch (segment) {
      case "collections" -> GET_COLLECTION;
      case "status" -> GET_STATUS;
      default -> UNKNOWN;
    };
  }

  private static Operation inCollection(List<String> segments) {
    boolean objects = segments.get(4).equals("objects");
    return switch (segments.size()) {
      case 5 -> ofCollection(segments.get(4));
      case 6 -> objects ? GET_OBJECT : UNKNOWN;
      case 7 -> objects && segments.get(6).equals("versions") ? GET_VERSIONS : UNKNOWN;
      default -> UNKNOWN;
    };
  }

  private static Operation ofCollection(String segment) {
    return switch (segment) {
      case "objects" -> GET_OBJECTS;
      case "manifest" -> GET_MANIFEST;
      case "dry-run" -> DRY_RUN;
      case "releases" -> ACT;
      case "withdrawals" -> GET_WITHDRAWALS;
      default -> UNKNOWN;
    };
  }

  private static String strip(String path) {
    String start = path.startsWith("/") ? path.substring(1) : path;
    return start.endsWith("/") ? start.substring(0, start.length() - 1) : start;
  }
}
