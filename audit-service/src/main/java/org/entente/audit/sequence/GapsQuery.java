package org.entente.audit.sequence;

import java.util.OptionalLong;
import org.entente.audit.refusal.QueryInvalid;
import org.entente.audit.search.SearchQuery;
import org.entente.audit.visibility.AuditScope;
import org.jspecify.annotations.Nullable;

/**
 * Which of a client's numbers are asked about.
 *
 * @param from index of the first entry that counts; empty for all numbers from 1
 * @param to index behind the last one; empty for the whole log
 * @param after the number a page begins behind
 */
record GapsQuery(ClientName client, OptionalLong from, OptionalLong to, long after) {

  private static final int LONGEST_NAME = 512;

  /**
   * Reads the parameters. Gaps are told of whole records only: of another party's clients a party's
   * auditors read some, and would take the others for gaps.
   *
   * @throws QueryInvalid naming the first that cannot be read
   */
  static GapsQuery of(GapsParameters asked, AuditScope scope) {
    return new GapsQuery(
        client(asked.party, asked.client, scope),
        index("from", asked.from),
        index("to", asked.to),
        index("after", asked.after).orElse(0));
  }

  /** Whose numbers: of a client that somebody with this scope may ask about. */
  static ClientName client(@Nullable String party, @Nullable String client, AuditScope scope) {
    return new ClientName(party(party, scope), name("client", client));
  }

  private static String party(@Nullable String asked, AuditScope scope) {
    return switch (scope) {
      case AuditScope.Joint _ -> name("party", asked);
      case AuditScope.OfParty(var own) -> {
        if (asked != null && !asked.equals(own)) {
          throw new QueryInvalid("party is " + own + ": of other parties' clients you read a part");
        }
        yield own;
      }
    };
  }

  private static String name(String parameter, @Nullable String text) {
    if (text == null || text.isEmpty()) {
      throw new QueryInvalid("name the " + parameter);
    }
    return storable(text);
  }

  /** A text that can be a name, or nothing. */
  static String storable(String text) {
    if (text.length() > LONGEST_NAME || !SearchQuery.isStorable(text)) {
      throw new QueryInvalid("no such name");
    }
    return text;
  }

  static OptionalLong index(String name, @Nullable String text) {
    if (text == null) {
      return OptionalLong.empty();
    }
    if (!text.matches("[0-9]{1,18}")) {
      throw new QueryInvalid(name + " is not a number from 0");
    }
    return OptionalLong.of(Long.parseLong(text));
  }
}
