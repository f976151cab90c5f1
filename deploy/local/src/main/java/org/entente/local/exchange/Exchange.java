package org.entente.local.exchange;

import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.entente.identity.KeycloakClient;
import org.entente.identity.KeycloakConsole;
import org.entente.identity.KeycloakRealm;
import org.entente.local.keycloak.Keycloak;
import org.entente.local.keycloak.KeycloakDistribution;
import org.entente.local.postgres.Postgres;
import org.entente.local.process.Progress;
import org.entente.pki.Pki;

/**
 * The whole exchange: PostgreSQL, Keycloak, the three services, two witnesses, two time-stamp
 * authorities, and everything a partner needs to use them. Several can run on one machine, each
 * with its own folder and ports. For one thread at a time.
 */
public final class Exchange implements AutoCloseable {

  /** Any port: Keycloak's database outlives an exchange on free ports, and leads nowhere else. */
  private static final String CONSOLE = "https://localhost:";

  private final ExchangeSettings settings;
  private final RunFolder folder;
  private final Pki pki;
  private final Postgres postgres;
  private final Keycloak keycloak;
  private final Service gateway;
  private final Service indicatorService;
  private final Service auditService;
  private final LogIdentity log;
  private final List<Witness> witnesses;
  private final TimeStampAuthorities timeStamps;
  private final ConsoleUsers users;

  private Exchange(
      ExchangeSettings settings, RunFolder folder, KeycloakDistribution distribution, Pki pki) {
    this.settings = settings;
    this.folder = folder;
    this.pki = pki;
    var ports = settings.ports();
    var ledger = folder.ledger();
    postgres = new Postgres(folder.path().resolve("postgresql"), ports.plain().postgres(), ledger);
    var keycloakPorts = new Keycloak.Ports(ports.keycloak().main(), ports.keycloak().management());
    keycloak =
        new Keycloak(distribution, folder.path().resolve("keycloak"), keycloakPorts, pki, ledger);
    gateway = new Service(Pki.GATEWAY, settings, ports.gateway(), ledger);
    indicatorService =
        new Service(Pki.INDICATOR_SERVICE, settings, ports.indicatorService(), ledger);
    auditService = new Service(Pki.AUDIT_SERVICE, settings, ports.auditService(), ledger);
    users = ConsoleUsers.in(distribution.folder());
    var random = new SecureRandom();
    var identities =
        IntStream.range(0, Member.ALL.size())
            .mapToObj(i ->
                WitnessIdentity.create(
                    folder.path(), Member.ALL.get(i), ports.plain().witnesses().get(i), random))
            .toList();
    log = LogIdentity.create(folder.path().resolve("log"), random, identities);
    witnesses =
        identities.stream()
            .map(identity -> new Witness(identity, log.policy(), settings.repository(), ledger))
            .toList();
    timeStamps = TimeStampAuthorities.start(pki);
  }

  /**
   * Takes the folder and writes everything the parts need: certificates, log keys, configuration,
   * profiles. Nothing runs yet but the time-stamp authorities, which are in this process.
   *
   * @throws org.entente.local.process.CannotStart when this machine lacks something
   */
  public static Exchange prepare(ExchangeSettings settings, Progress progress) {
    Memory.ofThisMachine().requireEnough();
    var folder = RunFolder.take(settings.folder());
    try {
      settings.ports().requireFree();
      var distribution =
          KeycloakDistribution.ready(
              settings.repository().resolve("deploy/local/target/keycloak"),
              Path.of(System.getProperty("java.home")),
              progress);
      var members = Member.ALL.stream().map(Member::id).toArray(String[]::new);
      var pki = Pki.create(folder.path().resolve("pki"), Clock.systemUTC(), members);
      var exchange = new Exchange(settings, folder, distribution, pki);
      progress.step("certificates, log keys and configuration", exchange::configure);
      return exchange;
    } catch (RuntimeException e) {
      folder.close();
      throw e;
    }
  }

  private void configure() {
    var services = services();
    agreed(settings.terms()).write();
    CursorKey.write(folder.path());
    configure(Pki.GATEWAY, services.gateway());
    configure(Pki.INDICATOR_SERVICE, services.indicatorService());
    configure(Pki.AUDIT_SERVICE, services.auditService());
    new KitFiles(folder.path(), pki, settings.ports(), keycloak).write(log);
    OwnerAccess.write(folder.path(), postgres);
    users.hand(folder.path());
  }

  private ServiceConfigurations services() {
    return new ServiceConfigurations(agreement(), pki, settings.ports(), postgres, log);
  }

  /** {@code exchange.yaml}; whoever edits it changes what the services go by. */
  public Path agreement() {
    return ExchangeFile.in(folder.path());
  }

  /**
   * The same agreement on other terms, beside it, for replicas that are told to go by it.
   *
   * @param name of its file
   */
  public Path agreement(String name, Terms terms) {
    var file = folder.path().resolve(name);
    agreed(terms).write(file);
    return file;
  }

  private ExchangeFile agreed(Terms terms) {
    return new ExchangeFile(folder.path(), pki, keycloak, timeStamps.urls(), terms);
  }

  private void configure(String service, Configuration configuration) {
    write(service, configuration.all(settings.extras(service).configuration()));
  }

  private void write(String name, Configuration configuration) {
    configuration.writeTo(folder.path().resolve(name).resolve("config/application.properties"));
  }

  /**
   * One more of this service, beside the others and with the same database, on ports of its own,
   * not started yet. Who asks for it also stops it.
   *
   * @param different configuration keys that only this one has, by its ports
   */
  public Service replica(String service, Function<Ports.Pair, Map<String, String>> different) {
    return replica(settings.repository(), service, different);
  }

  /**
   * The same from another working copy.
   *
   * @param repository root of it, with built services
   */
  public Service replica(
      Path repository, String service, Function<Ports.Pair, Map<String, String>> different) {
    var own = Ports.free().auditService();
    var services = services();
    var configuration =
        switch (service) {
          case Pki.GATEWAY -> services.gateway();
          case Pki.INDICATOR_SERVICE -> services.indicatorService();
          default -> services.auditService().set(ServiceConfigurations.ADDRESS, own.address());
        };
    var extras = settings.extras(service).configuration();
    var name = service + "-" + own.main();
    write(name, configuration.all(extras).listen(own).all(different.apply(own)));
    return Service.replica(name, service, settings.from(repository), own, folder.ledger());
  }

  /**
   * Starts everything and returns when all of it is ready. Whatever fails, what was started is
   * stopped by {@link #close}.
   */
  public void start(Progress progress) {
    keycloak.launch(Member.ALL.stream().map(this::realm).toList());
    progress.step("PostgreSQL", postgres::start);
    // The services ask for the issuers' keys when they start, so Keycloak comes before them.
    progress.step("Keycloak, with a realm for Korea and one for the EU", keycloak::awaitReady);
    progress.step("a witness of each party", () -> witnesses.forEach(Witness::start));
    progress.step("audit-service, indicator-service and sharing-gateway", this::startServices);
  }

  private void startServices() {
    var services = List.of(auditService, indicatorService, gateway);
    services.forEach(Service::launch);
    services.forEach(Service::awaitReady);
  }

  private KeycloakRealm realm(Member member) {
    var party = pki.party(member.id());
    return new KeycloakRealm(
        member.id(),
        List.of(
            KeycloakClient.feed(party, member.feed()),
            KeycloakClient.reader(party, member.reader()),
            KeycloakClient.jointAuditor(party, member.auditor())),
        Optional.of(KeycloakConsole.of(pki, CONSOLE, users.of(member))));
  }

  /** Everything the exchange writes; {@code <client>.properties} in it are the kit's profiles. */
  public Path folder() {
    return folder.path();
  }

  /** The kit's profile of this client, for instance {@code kr-feed}. */
  public Path profile(String client) {
    return folder.path().resolve(client + ".properties");
  }

  /** The auditors' console, for browsers with a party's client certificate. */
  public String consoleUrl() {
    return auditService.url() + "/console/";
  }

  /** Who can log in there: a file of user names and passwords. */
  public Path consoleUsers() {
    return ConsoleUsers.fileIn(folder.path());
  }

  /** The password of this person. */
  public String passwordOf(String user) {
    return users.password(user);
  }

  public ExchangeSettings settings() {
    return settings;
  }

  public Pki pki() {
    return pki;
  }

  public Postgres postgres() {
    return postgres;
  }

  public Keycloak keycloak() {
    return keycloak;
  }

  public Service gateway() {
    return gateway;
  }

  public Service indicatorService() {
    return indicatorService;
  }

  public Service auditService() {
    return auditService;
  }

  /** The members' witnesses of the log, in their order. */
  public List<Witness> witnesses() {
    return witnesses;
  }

  /** Where each member's time-stamp authority is, by its id. */
  public Map<String, URI> timeStamps() {
    return timeStamps.urls();
  }

  /** The three services stop; PostgreSQL and Keycloak go on. */
  public void stopServices() {
    List.of(gateway, indicatorService, auditService).forEach(Service::stop);
  }

  /** Stops everything. The folder's content stays for a look at the logs. */
  @Override
  public void close() {
    stopServices();
    witnesses.forEach(Witness::stop);
    timeStamps.close();
    keycloak.close();
    postgres.close();
    folder.close();
  }
}
