package org.entente.audit.identity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

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

  boolean sameLog(LogIdentity other) {
    return origin.equals(other.origin)
        && ed25519.equals(other.ed25519)
        && mlDsa44.equals(other.mlDsa44);
  }
}
