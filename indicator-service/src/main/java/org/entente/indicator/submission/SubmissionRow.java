package org.entente.indicator.submission;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.entente.indicator.admission.Admitted;
import org.entente.indicator.admission.Origin;
import org.entente.indicator.audit.Receipt;
import org.entente.indicator.bytes.Line;
import org.entente.indicator.bytes.Sha256;
import org.entente.indicator.bytes.Slice;
import org.entente.indicator.call.CallerHeader;
import org.entente.indicator.envelope.EnvelopeReader;

/// A submission as the store holds it.
record SubmissionRow(String partner, UUID jti, Sha256 manifest, Progress progress) {
  /// What [#read] needs; the body only where it is still worked on.
  static final String COLUMNS =
      """
      id, collection, partner, jti, manifest_sha256, caller, verified, record, received_at, state,
      log_index, leaf, status, outcome, CASE WHEN state = 'received' THEN body END AS body
      """;

  static SubmissionRow read(ResultSet row) throws SQLException {
    return new SubmissionRow(
        row.getString("partner"),
        row.getObject("jti", UUID.class),
        Sha256.ofDigest(row.getBytes("manifest_sha256")),
        progress(row));
  }

  private static Progress progress(ResultSet row) throws SQLException {
    return switch (State.valueOf(row.getString("state"))) {
      case received -> received(row);
      case admitted ->
          new Progress.Decided(
              new Admitted(
                  row.getObject("id", UUID.class),
                  receipt(row),
                  Slice.of(row.getBytes("status")),
                  Line.split(row.getBytes("outcome"))));
      case done -> new Progress.Done(receipt(row), Slice.of(row.getBytes("status")));
    };
  }

  private static Receipt receipt(ResultSet row) throws SQLException {
    return new Receipt(row.getLong("log_index"), row.getString("leaf"));
  }

  private static Progress received(ResultSet row) throws SQLException {
    byte[] body = row.getBytes("body");
    Established established = Established.read(row.getString("verified"));
    UUID id = row.getObject("id", UUID.class);
    UUID collection = row.getObject("collection", UUID.class);
    Origin origin =
        new Origin(
            id,
            collection,
            row.getLong("received_at"),
            CallerHeader.read(row.getString("caller")),
            SubmissionFacts.of(id, collection, established, body.length));
    // Its size was accepted when it came.
    return new Progress.Received(
        origin,
        established,
        new Line(row.getBytes("record")),
        EnvelopeReader.read(body, Integer.MAX_VALUE));
  }

  /// As the column spells it.
  private enum State {
    received,
    admitted,
    done
  }
}
