package org.entente.audit.identity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.entente.log.VerifierKey;

/** The one row that says whose log a database holds. Never leaves this package. */
@Entity
@Table(name = "log_identity")
class LogIdentity {

  static final short ONLY = 1;

  @Id
  @Column(name = "id")
  short id = ONLY;

  @Column(name = "origin", nullable = false, updatable = false)
  String origin = "";

  @Column(name = "ed25519_vkey", nullable = false, updatable = false)
  String ed25519 = "";

  @Column(name = "ml_dsa_44_vkey", nullable = false, updatable = false)
  String mlDsa44 = "";

  @Column(name = "created_at", nullable = false, updatable = false)
  Instant createdAt = Instant.EPOCH;

  /** Whether it is the log of these keys: the ones that claimed it are among them for ever. */
  boolean isOf(LogKeys keys) {
    var known = keys.everSigned().logs().stream().map(VerifierKey::toString).toList();
    return origin.equals(keys.origin()) && known.contains(ed25519) && known.contains(mlDsa44);
  }
}
