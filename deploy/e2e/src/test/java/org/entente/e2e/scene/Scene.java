package org.entente.e2e.scene;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.entente.local.exchange.AmpleLimits;
import org.entente.local.exchange.Exchange;
import org.entente.local.exchange.ExchangeSettings;
import org.entente.local.exchange.Member;
import org.entente.local.exchange.Ports;
import org.entente.local.exchange.Service;
import org.entente.local.process.CannotStart;
import org.entente.local.process.Progress;
import org.entente.pki.Pki;

/** The running exchange. For one thread at a time; what it hands out is thread-safe. */
public final class Scene implements AutoCloseable {

  private static final String RECORDED =
      """
      SELECT count(*) FROM entry WHERE idx = ?
        AND rtrim(translate(encode(leaf_hash, 'base64'), '+/', '-_'), '=') = ?
        AND position('"body_sha256":"' || ? || '"' IN convert_from(body, 'UTF8')) > 0
      """;

  private final Exchange exchange;
  private final Relay relay;

  private Scene(Exchange exchange, Relay relay) {
    this.exchange = exchange;
    this.relay = relay;
  }

  /** Starts it from the packaged services; half a minute. */
  static Scene start() {
    var repository = repository(Path.of("").toAbsolutePath());
    var folder = repository.resolve("deploy/e2e/target/run");
    var relay = Relay.open();
    // Some tests have the EU refused all the time; Korea has the limits of any partner.
    var plain =
        Agencies.in(ExchangeSettings.of(repository, folder, Ports.free()))
            .configured(Pki.GATEWAY, AmpleLimits.of(Member.EU));
    var exchange = Exchange.prepare(through(relay, plain), Progress.SILENT);
    relay.to(exchange.auditService());
    try {
      exchange.start(Progress.SILENT);
      return new Scene(exchange, relay);
    } catch (RuntimeException e) {
      exchange.close();
      relay.close();
      throw e;
    }
  }

  /** The services reach the log over it. */
  private static ExchangeSettings through(Relay relay, ExchangeSettings settings) {
    var address = Map.of("quarkus.rest-client.audit-service.url", relay.url());
    return settings.configured(Pki.GATEWAY, address).configured(Pki.INDICATOR_SERVICE, address);
  }

  private static Path repository(Path start) {
    for (var folder = start; folder != null; folder = folder.getParent()) {
      if (Files.exists(folder.resolve("mvnw"))) {
        return folder;
      }
    }
    throw new CannotStart("No working copy of Entente around " + start + ".");
  }

  public Exchange exchange() {
    return exchange;
  }

  /** What is between the services and the log. */
  public Relay relay() {
    return relay;
  }

  public Service gateway() {
    return exchange.gateway();
  }

  public Service indicatorService() {
    return exchange.indicatorService();
  }

  public Service auditService() {
    return exchange.auditService();
  }

  /** Korea's feed, with a fresh token. */
  public Feed korea() {
    return new Feed(exchange, Member.KOREA);
  }

  /** The EU's feed, with a fresh token. */
  public Feed eu() {
    return new Feed(exchange, Member.EU);
  }

  /** The EU's auditor. */
  public Auditor auditor() {
    return auditorOf(Member.EU);
  }

  /** This member's auditor. */
  public Auditor auditorOf(Member member) {
    return new Auditor(exchange.profile(member.auditor()));
  }

  /** The partner kit's command line as this client. */
  public CommandLine as(String client) {
    return new CommandLine(exchange.settings().repository(), exchange.profile(client));
  }

  /** The packaged check of the stored log, where the service's configuration is. */
  public CommandLine.Ended fsck(String... flags) {
    var words = new ArrayList<String>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.addAll(List.of(flags));
    words.add("-jar");
    var jar = "audit-service/target/quarkus-app/quarkus-run.jar";
    words.add(exchange.settings().repository().resolve(jar).toString());
    words.add("fsck");
    return Program.run(exchange.folder().resolve("audit-service"), words);
  }

  /** Whether the log has what this answer handed over, under the receipt that came with it. */
  public boolean isRecorded(Answer released) {
    var receipt = released.headers().firstValue("Audit-Receipt").orElseThrow().split(";", 2);
    return audit().number(RECORDED, Long.parseLong(receipt[0]), receipt[1], released.sha256()) == 1;
  }

  /** What the indicator-service stored. */
  public Database indicators() {
    return new Database(exchange.postgres(), "indicators");
  }

  /** What the audit-service stored. */
  public Database audit() {
    return new Database(exchange.postgres(), "audit");
  }

  /** Every service goes on or runs again, whatever a test did to it. */
  void heal() {
    relay.mend();
    var services = List.of(auditService(), indicatorService(), gateway());
    services.forEach(Service::resume);
    services.stream().filter(service -> !service.isAlive()).forEach(Service::launch);
    services.forEach(Service::awaitReady);
  }

  @Override
  public void close() {
    exchange.close();
    relay.close();
  }
}
