package org.entente.audit.console;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import org.entente.audit.refusal.RefusalCode;

/** Words around every page; Korean in {@code messages/layout_ko.properties}. */
@MessageBundle("layout")
public interface LayoutTexts {

  @Message("Entente audit log")
  String product();

  @Message("Skip to the content")
  String skip();

  @Message("Pages")
  String pages();

  @Message("Overview")
  String overview();

  @Message("Search")
  String search();

  @Message("Who saw this?")
  String seen();

  @Message("What did they do?")
  String did();

  @Message("What is missing?")
  String gaps();

  @Message("Reviews")
  String reviews();

  @Message("Log out")
  String logout();

  @Message("reads what is {party}'s to read")
  String ofParty(String party);

  @Message("joint auditor: reads everything")
  String joint();

  @Message("joint")
  String jointBriefly();

  @Message("Every view of this log, this one too, is an entry in it.")
  String recorded();

  @Message("All times are UTC.")
  String utc();

  @Message("This did not work")
  String errorTitle();

  /** In Korean of each code; what a program reads is English everywhere. */
  @Message("{code.title}")
  String refusal(RefusalCode code);

  @Message("Code")
  String errorCode();

  @Message("Details")
  String errorDetail();

  @Message("The refusal is recorded. Tell your operator the code if you cannot explain it.")
  String errorHint();

  @Message("Back to the overview")
  String back();

  @Message("Please log in")
  String loginTitle();

  @Message("Your session has ended. Log in again to go on where you were.")
  String loginText();

  @Message("Log in")
  String loginAction();

  @Message("Logged out")
  String goodbyeTitle();

  @Message(
      "Your session has ended. The browser may still hold your certificate: close it when others use this machine.")
  String goodbyeText();
}
