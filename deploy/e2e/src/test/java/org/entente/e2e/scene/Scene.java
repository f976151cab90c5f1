package org.entente.e2e.scene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.entente.local.exchange.Exchange;
import org.entente.local.exchange.ExchangeSettings;
import org.entente.local.exchange.Member;
import org.entente.local.exchange.Ports;
import org.entente.local.exchange.Service;
import org.entente.local.exchange.Terms;
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
  private final Collector collector;

  private Scene(Exchange exchange, Relay relay, Collector collector) {
    this.exchange = exchange;
    this.relay = relay;
    this.collector = collector;
  }

  /** Starts it from the packaged services; half a minute. */
  static Scene start() {
    // Some tests have the EU refused all the time; Korea has the limits of any partner.
    var terms = Agencies.in(Terms.USUAL).ample(Member.EU);
    var folder = System.getProperty("entente.e2e.exchange", "run");
    return start(settings(repository(), folder).with(terms), _ -> {});
  }

  /**
   * Starts one more, of the version before this one.
   *
   * @param built working copy whose services run
   * @param gateway how that one is configured otherwise
   * @param prepared takes it before it is started
   */
  public static Scene ofVersionBefore(
      Path built, Map<String, String> gateway, Consumer<Exchange> prepared) {
    var terms = Terms.USUAL.ample(Member.KOREA).ample(Member.EU);
    var settings = settings(built, "upgrade").with(terms).configured(Pki.GATEWAY, gateway);
    return start(settings, prepared);
  }

  private static ExchangeSettings settings(Path built, String folder) {
    var place = repository().resolve("deploy/e2e/target").resolve(folder);
    return ExchangeSettings.of(built, place, Ports.free());
  }

  private static Scene start(ExchangeSettings settings, Consumer<Exchange> prepared) {
    var relay = Relay.open();
    var collector = Collector.open();
    var exchange = Exchange.prepare(traced(collector, through(relay, settings)), Progress.SILENT);
    relay.to(exchange.auditService());
    try {
      prepared.accept(exchange);
      exchange.start(Progress.SILENT);
      return new Scene(exchange, relay, collector);
    } catch (RuntimeException e) {
      exchange.close();
      relay.close();
      collector.close();
      throw e;
    }
  }

  /** The services reach the log over it. */
  private static ExchangeSettings through(Relay relay, ExchangeSettings settings) {
    var address = Map.of("quarkus.rest-client.audit-service.url", relay.url());
    return settings.configured(Pki.GATEWAY, address).configured(Pki.INDICATOR_SERVICE, address);
  }

  /** The services send their traces there. */
  private static ExchangeSettings traced(Collector collector, ExchangeSettings settings) {
    var told = collector.configuration();
    return settings
        .configured(Pki.GATEWAY, told)
        .configured(Pki.INDICATOR_SERVICE, told)
        .configured(Pki.AUDIT_SERVICE, told);
  }

  /** This working copy. */
  public static Path repository() {
    var start = Path.of("").toAbsolutePath();
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

  /** What the services tell of their work. */
  public Collector collector() {
    return collector;
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

  /** A second replica of each service, until closed. */
  public TwoOfEach twoOfEach() {
    return TwoOfEach.start(this, Optional.empty());
  }

  /** The same, whose links can be cut. */
  public TwoOfEach twoOfEach(Links links) {
    return TwoOfEach.start(this, Optional.of(links));
  }

  /**
   * The log's keys are about to be changed.
   *
   * @param beforeStop called whenever an audit-service is about to be stopped for it
   */
  public LogKeyChange logKeys(Runnable beforeStop) {
    return new LogKeyChange(exchange, beforeStop);
  }

  /** The EU's auditor. */
  public Auditor auditor() {
    return auditorOf(Member.EU);
  }

  /** This member's auditor. */
  public Auditor auditorOf(Member member) {
    return new Auditor(exchange.profile(member.auditor()));
  }

  /** The EU's, who knows the log behind this balancer. */
  public Auditor auditorThrough(Relay balancer) {
    return new Auditor(profile(Member.EU.auditor(), auditService(), balancer));
  }

  /** This client's profile with a balancer where the service was. */
  Path profile(String client, Service service, Relay balancer) {
    var usual = exchange.profile(client);
    var balanced = usual.resolveSibling(client + "-balanced.properties");
    try {
      var text = Files.readString(usual);
      return Files.writeString(balanced, text.replace(service.url(), balancer.url()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The partner kit's command line as this client. */
  public CommandLine as(String client) {
    return new CommandLine(exchange.settings().repository(), exchange.profile(client));
  }

  /** The packaged check of the stored log, where the service's configuration is. */
  public CommandLine.Ended fsck(String... flags) {
    return offline(List.of(flags), "fsck");
  }

  /** Puts back from this mirror what the stored log lacks. */
  public CommandLine.Ended restore(Path mirror) {
    return offline(List.of(), "restore", "--from", mirror.toString());
  }

  private CommandLine.Ended offline(List<String> flags, String... command) {
    var words = new ArrayList<String>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.addAll(flags);
    words.add("-jar");
    var jar = "audit-service/target/quarkus-app/quarkus-run.jar";
    words.add(repository().resolve(jar).toString());
    words.addAll(List.of(command));
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

  /** Ends it, whatever runs. */
  @Override
  public void close() {
    exchange.close();
    relay.close();
    collector.close();
  }
}
