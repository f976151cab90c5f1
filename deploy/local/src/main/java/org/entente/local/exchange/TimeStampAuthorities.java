package org.entente.local.exchange;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.entente.pki.Pki;
import org.entente.pki.TimeStampServer;
import org.entente.pki.TimeStamper;

/** The time-stamp authority of each member's choice, in this process, on ports nobody uses. */
final class TimeStampAuthorities implements AutoCloseable {

  private final Pki pki;
  private final Map<String, TimeStampServer> servers = new LinkedHashMap<>();

  private TimeStampAuthorities(Pki pki) {
    this.pki = pki;
  }

  /** They listen from now on. */
  static TimeStampAuthorities start(Pki pki) {
    var authorities = new TimeStampAuthorities(pki);
    for (var member : Member.ALL) {
      var credential = pki.party(member.id()).timeStamper();
      var stamper = new TimeStamper(credential, Clock.systemUTC());
      authorities.servers.put(member.id(), TimeStampServer.start(stamper));
    }
    return authorities;
  }

  /** What the audit-service is told about them. */
  Map<String, String> configuration() {
    var configuration = new LinkedHashMap<String, String>();
    servers.forEach((member, server) -> {
      var authority = "entente.timestamp." + member + ".";
      configuration.put(authority + "url", server.url().toString());
      configuration.put(authority + "anchors", pki.party(member).timeStampAnchor().toString());
    });
    configuration.put("entente.timestamp.every", "1m"); // nobody watches a local run for hours
    return configuration;
  }

  @Override
  public void close() {
    servers.values().forEach(TimeStampServer::close);
  }
}
