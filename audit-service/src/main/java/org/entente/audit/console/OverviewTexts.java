package org.entente.audit.console;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import org.entente.audit.record.LogEvent;

/** Words of the overview; Korean in {@code messages/overview_ko.properties}. */
@MessageBundle("overview")
public interface OverviewTexts {

  @Message("Not reviewed by one review of the whole month, of the last twelve that are over:")
  String overdue();

  @Message("Unreviewed by month")
  String allMonths();

  @Message("Accesses over time")
  String timeline();

  @Message("Drag across the chart to look closer, or use the links.")
  String timelineHint();

  @Message("Time window")
  String window();

  @Message("Earlier")
  String earlier();

  @Message("Later")
  String later();

  @Message("Zoom in")
  String nearer();

  @Message("Zoom out")
  String wider();

  @Message("Outcome")
  String legend();

  @Message("allowed")
  String allowed();

  @Message("denied")
  String denied();

  @Message("error")
  String error();

  @Message("Nothing happened in this window.")
  String nothing();

  @Message("No party")
  String unknownParty();

  @Message(
      "Chart of {party}: {all} records, of which {denied} denied and {error} errors; the table below has the numbers.")
  String chart(String party, String all, String denied, String error);

  @Message("The same as a table")
  String table();

  @Message("Records by party and time")
  String tableCaption();

  @Message("Party")
  String party();

  @Message("Begins")
  String begins();

  @Message("All")
  String all();

  @Message("Counted up to entry {entries}.")
  String counted(String entries);

  @Message("Refusals")
  String refusals();

  @Message("The newest refusals in this window")
  String refusalsCaption();

  @Message("No refusals in this window.")
  String noRefusals();

  @Message("All refusals of this window")
  String allRefusals();

  @Message("Out of hours")
  String outOfHours();

  @Message("Records outside of working hours")
  String outOfHoursCaption();

  @Message("Working hours")
  String hours();

  @Message("Outside")
  String outside();

  @Message("No working hours are configured for any party that was active.")
  String noHours();

  @Message("Among the newest {entries} entries")
  String tops(String entries);

  @Message("Most active")
  String topActors();

  @Message("Most named objects")
  String topObjects();

  @Message("Records")
  String records();

  @Message("Actor")
  String actor();

  @Message("Object")
  String object();

  @Message("None yet.")
  String none();

  @Message("What became of the log")
  String events();

  @Message("The newest of what is not routine")
  String eventsCaption();

  @Message("Nothing but routine.")
  String noEvents();

  @Message(
      "{#switch event}{#case DAMAGE}Damage was found{#case TAKEOVER}Led again without an orderly stop{#case RESTORE}Another database than before{#case KEY_CHANGE}The log's keys changed{#case POLICY_CHANGE}The rules changed{#case ERASE}Personal fields were erased{/switch}")
  String event(LogEvent event);
}
