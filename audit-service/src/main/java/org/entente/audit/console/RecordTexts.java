package org.entente.audit.console;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Words about one record; Korean in {@code messages/entry_ko.properties}. */
@MessageBundle("entry")
public interface RecordTexts {

  @Message("Entry {index}")
  String title(String index);

  @Message("Sequenced")
  String sequencedAt();

  @Message("Leaf hash")
  String leaf();

  @Message("The stored bytes are not those that were appended. What they say means nothing.")
  String altered();

  @Message("What it says")
  String fields();

  @Message("Field")
  String field();

  @Message("Value")
  String value();

  @Message("disclosed beside the leaf, which holds its digest")
  String disclosed();

  @Message("As stored, byte for byte")
  String raw();

  @Message("Verify in this browser")
  String verify();

  @Message(
      "Your browser fetches the receipt, hashes the entry itself, and checks the path to the root and the signatures. Nothing it is told is believed but the keys: choose the policy file you keep, or the one this log shows is used.")
  String verifyText();

  @Message(
      "This browser runs no scripts. Save the receipt and verify it with the kit, entente verify --receipt, or with a tool of your own.")
  String noScript();

  @Message("Policy file of your own (optional)")
  String ownPolicy();

  @Message("Steps")
  String steps();

  @Message("The path from the entry to the root of the tree")
  String drawing();

  @Message("right")
  String right();

  @Message("wrong")
  String wrong();

  @Message("not checked")
  String open();

  @Message("The entry of %0 bytes hashes to")
  String stepLeaf();

  @Message("It is the entry that this page shows, by index and leaf hash:")
  String stepShown();

  @Message("The values that this page shows are those of the hashed bytes")
  String stepReadable();

  @Message("Entry %0 of %1, with %2 hashes of others, leads to the root")
  String stepPath();

  @Message("It is the root in the signed checkpoint:")
  String stepRoot();

  @Message("signature of the log %0, %1")
  String logLine();

  @Message("cosignature of the witness %0, %1")
  String witnessLine();

  @Message("the signature is invalid:")
  String invalid();

  @Message("this browser lacks the algorithm; the kit checks it:")
  String unchecked();

  @Message("missing:")
  String missing();

  @Message(
      "Under the log's name other keys signed than this policy has. If the log changed its keys, the policy lacks some: take them from the operator, not from here. Their ids:")
  String strangers();

  @Message("The witnesses' quorum has cosigned this checkpoint.")
  String witnessed();

  @Message(
      "Sequenced, perhaps witnessed: too few cosignatures could be checked here to tell whether the quorum has signed. The kit checks the others.")
  String undecided();

  @Message("Sequenced only: the quorum of witnesses has not cosigned this checkpoint.")
  String sequenced();

  @Message("The log contains this entry, as shown in the receipt.")
  String holds();

  @Message("The receipt does not prove this entry. Keep it and tell the other party.")
  String broken();

  @Message(
      "The receipt proves the entry, but this page shows something else than the entry says. Do not believe the page; keep the receipt and tell your operator.")
  String differs();

  @Message("Nothing was verified, so this says nothing of the entry. Try again.")
  String undone();

  @Message("could not be verified")
  String failed();

  @Message("The service answered with status %0.")
  String unreachable();

  @Message("Receipt (.tlog-proof)")
  String receipt();
}
