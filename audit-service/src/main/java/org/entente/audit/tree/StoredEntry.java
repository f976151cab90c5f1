package org.entente.audit.tree;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.entente.log.LeafHash;
import org.entente.log.Octets;

/**
 * An entry as stored. Whether it is what was appended shows only when its bytes are hashed.
 *
 * @param leaf the leaf hash as stored
 */
public record StoredEntry(long index, LeafHash leaf, Octets body, String party) {

  /** The columns {@link #of} needs. */
  public static final String COLUMNS = "idx, leaf_hash, body, party";

  /** The entry of the current row. */
  public static StoredEntry of(ResultSet row) throws SQLException {
    return new StoredEntry(
        row.getLong("idx"),
        LeafHash.of(row.getBytes("leaf_hash")),
        Octets.of(row.getBytes("body")),
        row.getString("party"));
  }

  /** Whether the bytes still have the leaf hash stored beside them (invariant I9). */
  public boolean intact() {
    return LeafHash.ofEntry(body.toByteArray()).equals(leaf);
  }
}
