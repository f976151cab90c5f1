package org.entente.audit.console;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Words about how the log stands; Korean in {@code messages/standing_ko.properties}. */
@MessageBundle("standing")
public interface StandingTexts {

  @Message("Is the log sound?")
  String title();

  @Message("Log")
  String log();

  @Message("Entries")
  String size();

  @Message("Root hash")
  String root();

  @Message("Who vouches for how much of it")
  String caption();

  @Message("Stage")
  String stage();

  @Message("By")
  String by();

  @Message("Entries covered")
  String covers();

  @Message("When")
  String when();

  @Message("State")
  String state();

  @Message("Sequenced")
  String sequenced();

  @Message("this log's own keys")
  String thisLog();

  @Message("signed")
  String signed();

  @Message("Witnessed")
  String witnessed();

  @Message("Time-stamped")
  String stamped();

  @Message("Hashed again")
  String checked();

  @Message("not configured")
  String notConfigured();

  @Message("configured, nothing yet")
  String nothingYet();

  @Message("{age} ago")
  String ago(String age);

  @Message("up to date")
  String current();

  @Message("{entries} behind")
  String behind(String entries);

  @Message("follows, {entries} behind")
  String follows(String entries);

  @Message("never")
  String never();

  @Message("sound")
  String sound();

  @Message("sound so far, but no news for too long")
  String late();

  @Message("entries sound; what is kept for searches or beside them is not: see log.damage")
  String derivedDamaged();

  @Message("damage found")
  String damaged();

  @Message(
      "Of {size} entries, {witnessed} are held by the witnesses' quorum: nobody can change or drop those unseen. Later ones are this log's own word until then.")
  String honest(String size, String witnessed);

  @Message(
      "No witness is configured: all {size} entries are this log's own word, to be held against receipts and copies others keep.")
  String alone(String size);
}
