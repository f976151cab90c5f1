package org.entente.audit.console;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Words of searches and their results; Korean in {@code messages/search_ko.properties}. */
@MessageBundle("search")
public interface SearchTexts {

  @Message("Search the log")
  String title();

  @Message("What to look for")
  String filters();

  @Message("Party")
  String party();

  @Message("Actor")
  String actor();

  @Message("Agency")
  String agency();

  @Message("Operation")
  String operation();

  @Message("Object id or value")
  String value();

  @Message(
      "An id, wallet, domain, address or hash. Records name objects by id, so only ids that follow from the value can be found: not indicators or reports that mention it, not files that also have a name, not observables whose id their producer chose. Never paste private keys: they are refused.")
  String valueHint();

  @Message("Object id")
  String object();

  @Message("Outcome")
  String outcome();

  @Message("{outcome}")
  String word(String outcome);

  @Message("any")
  String any();

  @Message("allowed")
  String allowed();

  @Message("denied")
  String denied();

  @Message("error")
  String error();

  @Message("Purpose")
  String purpose();

  @Message("Marking")
  String marking();

  @Message("From (UTC)")
  String from();

  @Message("Before (UTC)")
  String to();

  @Message("First index")
  String first();

  @Message("Last index")
  String last();

  @Message("Search")
  String find();

  @Message("Clear")
  String clear();

  @Message("Results")
  String results();

  @Message("{shown} entries, newest first, of a log of {size}")
  String caption(int shown, String size);

  @Message("Nothing you may read matches.")
  String nothing();

  @Message("Entry")
  String index();

  @Message("Time")
  String time();

  @Message("Objects")
  String objects();

  @Message("and {count} more")
  String more(int count);

  @Message("Newer")
  String newer();

  @Message("Older")
  String older();

  @Message("Pages of results")
  String paging();

  @Message("At most")
  String limit();

  @Message("altered: these bytes no longer fit their leaf hash")
  String altered();

  @Message("actor does not match the record")
  String foreignActor();

  @Message(
      "The address of this page is this search: it can be shared with any auditor, who finds what they may read.")
  String share();
}
