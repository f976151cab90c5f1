package org.entente.audit.visibility;

/** How much of the log an auditor may read. */
public sealed interface AuditScope {

  /** What {@link Readership} gives this party. */
  record OfParty(String party) implements AuditScope {}

  /** All of it, for whom the parties have agreed on. */
  record Joint() implements AuditScope {}

  /** Under which name what this scope may read is counted and reviewed: a party, or {@code *}. */
  default String reader() {
    return switch (this) {
      case OfParty(var party) -> party;
      case Joint _ -> "*";
    };
  }

  /** The scope with this name. */
  static AuditScope of(String reader) {
    return reader.equals("*") ? new Joint() : new OfParty(reader);
  }

  /** Whether nothing about this party's clients is kept back: who reads a part could count it. */
  default boolean readsAllOf(String party) {
    return switch (this) {
      case OfParty(var own) -> own.equals(party);
      case Joint _ -> true;
    };
  }
}
