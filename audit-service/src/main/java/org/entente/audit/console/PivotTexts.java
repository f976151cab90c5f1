package org.entente.audit.console;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/**
 * Words of the pages about one object or one actor; Korean in {@code messages/pivot_ko.properties}.
 */
@MessageBundle("pivot")
public interface PivotTexts {

  @Message("Who saw this?")
  String seenTitle();

  @Message("Object id or value")
  String seenAsk();

  @Message("Ask")
  String seenButton();

  @Message("Looked for")
  String ids();

  @Message("These ids follow from what you asked.")
  String idsHint();

  @Message("{actors} actors, {records} records")
  String seenSummary(long actors, String records);

  @Message("No record you may read names it.")
  String seenNothing();

  @Message("What did they do?")
  String didTitle();

  @Message("Client id, or person: and a user name")
  String didAsk();

  @Message("No record you may read is of this actor.")
  String didNothing();

  @Message("{records} records")
  String didSummary(String records);

  @Message("Only the newest {most} records were summed up; search for the older ones.")
  String capped(String most);

  @Message(
      "Counted by what searches go by, which the check of the whole log holds against the records. What a record itself says is on its page.")
  String derived();

  @Message("By party, actor, operation, outcome and purpose, newest first")
  String caption();

  @Message("Party")
  String party();

  @Message("Actor")
  String actor();

  @Message("Operation")
  String operation();

  @Message("Outcome")
  String outcome();

  @Message("Purpose")
  String purpose();

  @Message("Records")
  String records();

  @Message("First")
  String first();

  @Message("Last")
  String last();

  @Message("Newest entries")
  String latest();

  @Message("At most twenty, newest first")
  String latestCaption();

  @Message("All of them in the search")
  String searchAll();
}
