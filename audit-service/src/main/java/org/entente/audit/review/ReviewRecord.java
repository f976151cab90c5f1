package org.entente.audit.review;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import org.entente.audit.disclosure.Disclosure;
import org.entente.audit.disclosure.StoredDisclosures;
import org.entente.audit.record.RecordWriter;
import org.entente.audit.tree.StoredEntry;

/**
 * What the log says of a review.
 *
 * @param party whose this person is
 * @param who as disclosed beside the record, {@code -} once erased
 * @param sha256 of the statement
 */
public record ReviewRecord(
    long index,
    Instant at,
    String party,
    String who,
    String operation,
    String review,
    String sha256) {

  static final String TYPE = "review";

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String NOBODY = "-";

  /**
   * Reads an entry.
   *
   * @param personal disclosures as stored beside it
   * @return empty when its bytes are not what was appended, or not of this service
   */
  static Optional<ReviewRecord> of(StoredEntry entry, String personal) {
    if (!entry.intact()) {
      return Optional.empty();
    }
    try {
      return Optional.of(JSON.readTree(entry.body().toByteArray()))
          .filter(record ->
              record.at("/metadata/product/name").asText().equals(RecordWriter.PRODUCT)
                  && record.path("status_id").asInt() == 1)
          .map(record -> read(entry.index(), record, personal));
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  private static ReviewRecord read(long index, JsonNode record, String personal) {
    return new ReviewRecord(
        index,
        Instant.ofEpochMilli(record.path("time").asLong()),
        record.at("/actor/user/org/uid").asText(),
        who(record.at("/actor/user/_sd/0").asText(), personal),
        record.at("/api/operation").asText(),
        record.at("/resources/0/uid").asText(),
        record.at("/exchange/sha256").asText());
  }

  private static String who(String digest, String personal) {
    return StoredDisclosures.read(personal).stream()
        .filter(disclosure -> disclosure.name().equals("uid") && disclosure.digest().equals(digest))
        .map(Disclosure::value)
        .findFirst()
        .orElse(NOBODY);
  }

  /** Whether it is known who did this. */
  public boolean known() {
    return !who.equals(NOBODY);
  }

  /** Whether somebody known did this, and this is the one; identity providers fold case. */
  boolean isBy(String otherParty, String other) {
    return known() && party.equals(otherParty) && who.equalsIgnoreCase(other);
  }

  /** Whether it is of this operation, about this review, and stands for this text. */
  boolean says(State state, String uid, String statement) {
    return operation.equals(state.operation())
        && review.equals(uid)
        && sha256.equals(Statement.digest(statement));
  }
}
