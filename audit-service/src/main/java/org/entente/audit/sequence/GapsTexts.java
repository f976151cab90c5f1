package org.entente.audit.sequence;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Words about what is missing; Korean in {@code messages/gaps_ko.properties}. */
@MessageBundle("gaps")
public interface GapsTexts {

  @Message("What is missing?")
  String title();

  @Message("Clients that number their requests")
  String clients();

  @Message(
      "A client may sign a number into each request. Which numbers no entry has is shown here; of other parties' clients you read a part only, so that they are not listed.")
  String about();

  @Message(
      "A client may sign a number into each request. Which numbers no entry has is shown here.")
  String aboutAll();

  @Message("What a missing number means")
  String meaning();

  @Message(
      "One of these: the request never reached the exchange; it was refused before its number was read, or could not be recorded; it is under way, when it is next to the newest number; the client used the number up without sending anything; or an entry was dropped.")
  String causes();

  @Message("What it cannot say")
  String limits();

  @Message(
      "Which of these it was: the log only knows what it has. The client's own journal answers, with entente reconcile. Nor does a row of numbers without gaps say that all was recorded: a client that stopped counting, or does not count at all, leaves none. Numbers are personal and erased when they are due or on request, as log.erase says then, so that those of erased entries are missing, too.")
  String cannot();

  @Message("By party and name")
  String caption();

  @Message("Party")
  String party();

  @Message("Client")
  String client();

  @Message("Greatest number")
  String greatest();

  @Message("Recorded last")
  String last();

  @Message("Missing")
  String missing();

  @Message("none of {numbers}")
  String complete(String numbers);

  @Message("{count} of the newest {numbers}")
  String some(String count, String numbers);

  @Message("No client that you may ask about numbers its requests.")
  String none();

  @Message("More clients")
  String more();

  @Message("Pages")
  String paging();

  @Message("Missing numbers")
  String missingNumbers();

  @Message("All clients")
  String back();

  @Message("Numbers {bottom} to {top} were looked at, the newest first.")
  String walked(String bottom, String top);

  @Message("The log has no number of this client here.")
  String unknown();

  @Message("None of these numbers is missing.")
  String whole();

  @Message("Numbers that no entry has, newest first")
  String missingCaption();

  @Message("Number")
  String number();

  @Message("How many")
  String count();

  @Message("The number before it")
  String below();

  @Message("The number after it")
  String above();

  @Message("entry {index}")
  String entry(String index);

  @Message("none: the count begins with the gap")
  String begin();

  @Message("Smaller numbers")
  String smaller();

  @Message("Journal compared, as its party says")
  String compared();

  @Message("never")
  String never();

  @Message("{journal} only in the journal, {log} only in the log, {differing} differ")
  String sides(String journal, String log, String differing);

  @Message("{matched} alike")
  String alike(String matched);

  @Message("The log has no number of it.")
  String noNumber();

  @Message("What its party found in its journal")
  String filed();

  @Message(
      "No finding about this client was filed. entente reconcile compares its journal with the log, and files what it found with --file-finding.")
  String notFiled();

  @Message(
      "A claim of this party: nobody here has seen the journal. What was filed is on record by its digest, and is still what was filed.")
  String claim();

  @Message(
      "What is kept here is not what was filed: it does not have the digest that is on record, and is not shown. Ask its party for it again.")
  String changed();

  @Message("Filed")
  String when();

  @Message("By")
  String by();

  @Message("On record as")
  String record();

  @Message("Numbers compared")
  String numbers();

  @Message("{first} to {last}")
  String range(String first, String last);

  @Message("none")
  String noNumbers();

  @Message("Times compared")
  String times();

  @Message("Log compared with")
  String size();

  @Message("{size} entries, of which {own} of this client")
  String ofSize(String size, String own);

  @Message("Requests in the journal")
  String attempts();

  @Message("{attempts}, of which {matched} are alike in the log")
  String ofAttempts(String attempts, String matched);

  @Message("Only in the journal")
  String onlyInJournal();

  @Message("Only in the log")
  String onlyInLog();

  @Message("In both and not alike, or damaged")
  String differing();

  @Message("None.")
  String noItems();

  @Message("{total} in all; the first {listed} were filed")
  String listed(String total, String listed);

  @Message("{total} in all")
  String all(String total);

  @Message("Kind")
  String kind();

  @Message("Entry")
  String index();

  @Message("What")
  String what();
}
