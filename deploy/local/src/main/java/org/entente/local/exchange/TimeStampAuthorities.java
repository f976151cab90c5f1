package org.entente.local.exchange;

import java.net.URI;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.entente.pki.Pki;
import org.entente.pki.TimeStampServer;
import org.entente.pki.TimeStamper;

/** The time-stamp authority of each member's choice, in this process, on ports nobody uses. */
final class TimeStampAuthorities implements AutoCloseable {

  private final Map<String, TimeStampServer> servers = new LinkedHashMap<>();

  private TimeStampAuthorities() {}

  /** They listen from now on. */
  static TimeStampAuthorities start(Pki pki) {
    var authorities = new TimeStampAuthorities();
    for (var member : Member.ALL) {
      var credential = pki.party(member.id()).timeStamper();
      var stamper = new TimeStamper(credential, Clock.systemUTC());
      authorities.servers.put(member.id(), TimeStampServer.start(stamper));
    }
    return authorities;
  }

  /** Where each member's is. */
  Map<String, URI> urls() {
    var urls = new LinkedHashMap<String, URI>();
    servers.forEach((member, server) -> urls.put(member, server.url()));
    return urls;
  }

  @Override
  public void close() {
    servers.values().forEach(TimeStampServer::close);
  }
}
