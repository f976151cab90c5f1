package org.entente.audit.console;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What OCSF 1.8 calls the numbered values that records have, in its own English captions, and its
 * times as ISO 8601. Numbers it does not know have no caption.
 */
final class OcsfCaptions {

  private static final String OTHER = "Other";
  private static final String OTHERS_NUMBER = "99";
  private static final String FAILED = "27"; // records have no other disposition beyond the second

  private static final Map<String, String> CLASSES =
      Map.of("6003", "API Activity", "6005", "Datastore Activity", "1008", "Event Log Activity");
  private static final Map<String, List<String>> ACTIVITIES =
      Map.of(
          "6003", List.of("Create", "Read", "Update", "Delete"),
          "6005", List.of("Read", "Update", "Connect", "Query", "Write", "Create", "Delete"),
          "1008", List.of("Clear", "Delete", "Export", "Archive", "Rotate", "Start", "Stop"));
  private static final List<String> SEVERITIES =
      List.of("Informational", "Low", "Medium", "High", "Critical", "Fatal");

  private OcsfCaptions() {}

  /**
   * The caption of one value.
   *
   * @param recordClass the record's {@code class_uid}, which its activities depend on
   * @return empty when there is none
   */
  static String of(String recordClass, String path, String value) {
    return switch (path) {
      case "class_uid" -> CLASSES.getOrDefault(value, "");
      case "category_uid" ->
          Map.of("6", "Application Activity", "1", "System Activity").getOrDefault(value, "");
      case "activity_id" -> numbered(ACTIVITIES.getOrDefault(recordClass, List.of()), value);
      case "status_id" -> numbered(List.of("Success", "Failure"), value);
      case "severity_id" -> numbered(SEVERITIES, value);
      case "action_id" -> numbered(List.of("Allowed", "Denied"), value);
      case "disposition_id" ->
          value.equals(FAILED) ? "Error" : numbered(List.of("Allowed", "Blocked"), value);
      case "time" -> instant(value);
      default -> "";
    };
  }

  private static String numbered(List<String> captions, String value) {
    if (value.equals(OTHERS_NUMBER)) {
      return OTHER;
    }
    return value.length() == 1 && value.charAt(0) >= '1' && value.charAt(0) - '1' < captions.size()
        ? captions.get(value.charAt(0) - '1')
        : "";
  }

  private static String instant(String millis) {
    try {
      return Instant.ofEpochMilli(Long.parseLong(millis)).toString();
    } catch (NumberFormatException _) {
      return ""; // altered bytes may say anything
    }
  }
}
