package org.entente.audit.timestamp;

import jakarta.inject.Singleton;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import org.entente.audit.tree.PostgresLog;
import org.entente.log.Octets;

/** Which checkpoints are stamped, and by whom. Thread-safe. */
@Singleton
public class StampedCheckpoints {

  private final PostgresLog log;
  private final Authorities authorities;

  StampedCheckpoints(PostgresLog log, Authorities authorities) {
    this.log = log;
    this.authorities = authorities;
  }

  /** The parties that have chosen an authority. */
  public List<String> parties() {
    return authorities.all().stream().map(Authority::party).sorted().toList();
  }

  /** The newest stamp of each of these authorities that has given any, by party. */
  public List<Stamp> newest() {
    return log.read(
        "looking for time stamps",
        connection -> {
          var stamps = new ArrayList<Stamp>();
          for (var party : parties()) {
            new PostgresStamps(connection).last(party).ifPresent(stamps::add);
          }
          return stamps;
        });
  }

  /** What a party's authority is judged by. */
  public List<X509Certificate> anchors(String party) {
    return authorities.all().stream()
        .filter(authority -> authority.party().equals(party))
        .flatMap(authority -> authority.trust().anchors().stream())
        .toList();
  }

  /** Stamped checkpoints below this size, the largest first. */
  List<StampedCheckpoint> below(long size, int most) {
    return log.read(
        "listing time stamps", connection -> new PostgresStamps(connection).below(size, most));
  }

  /**
   * What an authority answered, as it came.
   *
   * @throws TimestampUnknown when there is no such stamp
   */
  public Octets reply(long size, String party) {
    return log.read(
            "reading a time stamp", connection -> new PostgresStamps(connection).reply(size, party))
        .orElseThrow(TimestampUnknown::new);
  }
}
