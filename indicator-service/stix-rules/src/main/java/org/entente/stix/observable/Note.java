package org.entente.stix.observable;

/// What a reader should know about a value beside its key.
public enum Note {
  DEFANGED("it was made unclickable and has been restored"),
  CONFUSABLE("it has letters that look like letters of another script"),
  RECOMPOSED("its Unicode was brought to composed form"),
  CHAIN_UNDECLARED("several chains have this form and none was declared"),
  CHAIN_ASSUMED("its chain is a guess from its length alone"),
  CHAIN_UNKNOWN("it belongs to no chain we can read"),
  NO_CHECKSUM("its form carries no checksum"),
  TEST_NETWORK("it belongs to a test network"),
  POSSIBLE_PRIVATE_KEY("a private key in hexadecimal looks exactly like this"),
  ACCOUNT_TYPE_MISSING("without its account type it names nobody");

  private final String text;

  Note(String text) {
    this.text = text;
  }

  /// A clause about the value, for people.
  public String text() {
    return text;
  }
}
