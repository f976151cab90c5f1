package org.entente.audit.console;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Words about reviews; Korean in {@code messages/review_ko.properties}. */
@MessageBundle("review")
public interface ReviewTexts {

  @Message("Reviews")
  String title();

  @Message(
      "A review freezes what a search finds at a signed checkpoint. Whoever signs it says: I have looked through this. Opening, signing and withdrawing are entries of the log.")
  String lead();

  @Message("Which reviews")
  String views();

  @Message("Open")
  String openOnes();

  @Message("Signed")
  String signedOnes();

  @Message("Withdrawn")
  String withdrawnOnes();

  @Message("By month: what is unreviewed")
  String byMonth();

  @Message("Open reviews, newest first")
  String listOpen();

  @Message("Signed reviews, newest first")
  String listSigned();

  @Message("Withdrawn reviews, newest first")
  String listWithdrawn();

  @Message("There are none.")
  String none();

  @Message("Older")
  String older();

  @Message("Newer")
  String newer();

  @Message("Further pages")
  String paging();

  @Message("What")
  String what();

  @Message("everything")
  String everything();

  @Message("Entries")
  String entries();

  @Message("Opened")
  String opened();

  @Message("Signed")
  String signed();

  @Message("Withdrawn")
  String withdrawn();

  @Message("not yet")
  String notSigned();

  @Message("erased or unknown")
  String nobody();

  @Message("Opened and signed by one person: nobody else has looked.")
  String onePerson();

  @Message("one person")
  String brieflyOnePerson();

  @Message("open: waiting for its sign-off")
  String isOpen();

  @Message("signed")
  String isSigned();

  @Message("withdrawn: it counts for nothing")
  String isWithdrawn();

  @Message(
      "What is stored of this review is not what the log says of it. Believe the log, not this page, and tell the other party.")
  String altered();

  @Message(
      "The log has a sign-off or withdrawal of this review that is not stored here: it was interrupted, or taken back in the database.")
  String lost();

  @Message(
      "A sign-off or withdrawal of this review is on record and about to be stored: look again in a minute.")
  String ending();

  @Message(
      "The words of this review were erased when they were due. Whether it fits the log can no longer be told.")
  String erased();

  @Message("It fits its records in the log.")
  String fits();

  @Message("does not fit the log")
  String brieflyAltered();

  @Message("its end is not stored")
  String brieflyLost();

  @Message("its end is being stored")
  String brieflyEnding();

  @Message("erased")
  String brieflyErased();

  @Message("Review")
  String one();

  @Message("Seen with the eyes of")
  String owner();

  @Message("joint auditors")
  String ownerJoint();

  @Message("Frozen at")
  String frozen();

  @Message("Root of the tree")
  String root();

  @Message("Its records in the log")
  String recordsOfIt();

  @Message("The text whose SHA-256 the last of them has")
  String statement();

  @Message("Note")
  String note();

  @Message("What it finds")
  String results();

  @Message("The same search in the log of today")
  String searchNow();

  @Message("Sign or withdraw this review")
  String signTitle();

  @Message(
      "What you sign or withdraw cannot be changed again. Withdrawn, it counts for nothing. The note, or the reason, is shown to whoever may see this review; 1 to 4 000 characters.")
  String signHint();

  @Message("Sign")
  String sign();

  @Message("Withdraw")
  String withdraw();

  @Message(
      "Somebody else than whoever opened it must sign it, and who that was must still be known.")
  String barred();

  @Message("Review this result")
  String reviewThis();

  @Message("Opens a review of what this search finds in the log as it is now.")
  String reviewHint();

  @Message("Unreviewed by month")
  String months();

  @Message(
      "Unreviewed is what no signed review of yours has seen: of your party, or of the joint auditors if you are one. Months are UTC; only months with entries you may read are listed.")
  String monthsLead();

  @Message("Months, newest first")
  String monthsCaption();

  @Message("Month")
  String month();

  @Message("Unreviewed")
  String unreviewed();

  @Message("Open its review")
  String openIt();

  @Message("Nothing of this month that you may read is unreviewed.")
  String monthNone();

  @Message("Nothing unreviewed among the entries looked at so far.")
  String monthNoneHere();

  @Message("All months")
  String allMonths();

  @Message("{#if many}more than {counted}{#else}{counted}{/if}")
  String entriesShown(String counted, boolean many);

  @Message("a log of {size} entries")
  String checkpoint(String size);

  @Message("entry {index}")
  String entry(String index);

  @Message("not counted")
  String notCounted();

  @Message("{found}{#if more} or more{/if}")
  String counted(String found, boolean more);

  @Message("{shown} entries, newest first, of a log of {size}")
  String caption(int shown, String size);

  @Message("Unreviewed in {month}")
  String monthTitle(String month);

  @Message("{shown} unreviewed entries, newest first")
  String monthCaption(int shown);

  @Message("Open the review of {month}")
  String openMonth(String month);

  @Message("Show what is unreviewed in {month}")
  String showMonth(String month);
}
