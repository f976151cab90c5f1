package org.entente.audit.console;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Words about exports; Korean in {@code messages/export_ko.properties}. */
@MessageBundle("export")
public interface ExportTexts {

  @Message("Take it away: evidence, JSON Lines, CSV")
  String take();

  @Message("Export")
  String title();

  @Message("Evidence pack")
  String evidence();

  @Message("JSON Lines")
  String lines();

  @Message("CSV")
  String table();

  @Message("CSV with semicolons")
  String semicolons();

  @Message(
      "A file has all entries that match, oldest first, but at most the newest 10 000: what is left, and how to get it, is told before you take it on the page")
  String limits();

  @Message("how many, in which parts")
  String parts();

  @Message("Entries: {count}, from {first} to {last}")
  String these(String count, String first, String last);

  @Message("All entries that match and that you may read.")
  String whole();

  @Message(
      "These are the newest {count} of those that match and that you may read; there are older ones. They follow in the next part, which begins where this one ends.")
  String part(String count);

  @Message("Next part, older entries")
  String next();

  @Message("Nothing you may read matches, so that there is nothing to take away.")
  String nothing();

  @Message("What was asked for")
  String asked();

  @Message("What the files are")
  String kinds();

  @Message(
      "Entries with the receipt of each, disclosures, checkpoint, cosignatures and time stamps. Proves itself, also to others: entente evidence verify, or the script beside the contract.")
  String aboutEvidence();

  @Message("The bytes of the entries, one to a line. Prove nothing without their receipts.")
  String aboutLines();

  @Message(
      "Some fields for a spreadsheet, with semicolons for one in whose country the comma is a decimal sign. Proves nothing.")
  String aboutTable();

  @Message(
      "Each file is an entry in the log before its first byte leaves. It is written while it is sent: one that breaks off is not whole, and the browser says so.")
  String recorded();
}
