package org.entente.e2e.scene;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.entente.local.exchange.Member;
import org.entente.local.exchange.Ports;
import org.entente.local.exchange.Service;
import org.entente.local.exchange.Terms;
import org.entente.pki.Pki;

/**
 * Two replicas of each service on the databases of the running exchange, each kind behind a
 * balancer. The gateways are both new, since partners know the balancer's address as theirs. The
 * second of each has links of its own, so that they can be cut.
 */
public final class TwoOfEach implements AutoCloseable {

  private static final String INDICATORS = "quarkus.rest-client.indicator-service.url";
  private static final String LOG = "quarkus.rest-client.audit-service.url";
  private static final String DATABASE = "quarkus.datasource.jdbc.url";

  private final Scene scene;
  private final Optional<Links> links;
  private final Relay door = Relay.open();
  private final Relay indicators = Relay.open();
  private final Relay indicatorsOfSecond = Relay.open();
  private final Relay logOfGateway = Relay.open();
  private final Relay logOfIndicators = Relay.open();
  private final Map<Link, String> names = new HashMap<>();
  private final List<Service> gateways;
  private final List<Service> indicatorServices;
  private final List<Service> auditServices;

  /** From or to the second of a kind; what each needs it for, its readiness says. */
  public enum Link {
    GATEWAY_TO_INDICATORS,
    GATEWAY_TO_LOG,
    INDICATORS_TO_LOG,
    INDICATORS_TO_DATABASE,
    /** The one that stands by is not ready. */
    LOG_FROM_FELLOW,
    /** The other one leads. */
    LOG_TO_DATABASE
  }

  private TwoOfEach(Scene scene, Optional<Links> links) {
    this.scene = scene;
    this.links = links;
    names.put(Link.GATEWAY_TO_INDICATORS, indicatorsOfSecond.port());
    names.put(Link.GATEWAY_TO_LOG, logOfGateway.port());
    names.put(Link.INDICATORS_TO_LOG, logOfIndicators.port());
    gateways =
        List.of(
            gateway(Map.of(INDICATORS, indicators.url())),
            gateway(Map.of(INDICATORS, indicatorsOfSecond.url(), LOG, logOfGateway.url())));
    indicatorServices = List.of(scene.indicatorService(), secondIndicatorService());
    auditServices = List.of(scene.auditService(), secondAuditService());
  }

  private Service secondIndicatorService() {
    var different =
        Map.of(
            LOG,
            logOfIndicators.url(),
            DATABASE,
            database("indicators", Link.INDICATORS_TO_DATABASE));
    return replica(Pki.INDICATOR_SERVICE, _ -> different);
  }

  private Service secondAuditService() {
    var database = database("audit", Link.LOG_TO_DATABASE);
    var host = address(Link.LOG_FROM_FELLOW);
    return replica(
        Pki.AUDIT_SERVICE,
        own -> Map.of(DATABASE, database, "entente.log.address", host + ":" + own.main()));
  }

  /** Starts the second of each and returns when all six are ready. */
  static TwoOfEach start(Scene scene, Optional<Links> links) {
    var two = new TwoOfEach(scene, links);
    try {
      two.gateways.forEach(two.door::to);
      two.indicatorServices.forEach(two.indicators::to);
      two.indicatorServices.forEach(two.indicatorsOfSecond::to);
      two.auditServices.forEach(two.logOfGateway::to);
      two.auditServices.forEach(two.logOfIndicators::to);
      two.added().forEach(Service::launch);
      two.added().forEach(Service::awaitReady);
      scene.relay().to(two.auditServices.getLast());
      return two;
    } catch (RuntimeException e) {
      two.close();
      throw e;
    }
  }

  private String address(Link link) {
    return names.computeIfAbsent(link, _ -> links.map(Links::address).orElse("127.0.0.1"));
  }

  private String database(String name, Link link) {
    return scene.exchange().postgres().jdbcUrl(name).replace("127.0.0.1", address(link));
  }

  private Service gateway(Map<String, String> links) {
    var ample = Agencies.in(Terms.USUAL).ample(Member.KOREA).ample(Member.EU);
    var different = new HashMap<>(links);
    different.put("entente.exchange", scene.exchange().agreement("ample.yaml", ample).toString());
    different.put("entente.api-root", door.url() + "/taxii2/exchange/");
    // So that a cut is over in time for a test.
    different.put("quarkus.rest-client.indicator-service.read-timeout", "5000");
    return replica(Pki.GATEWAY, _ -> different);
  }

  private Service replica(String service, Function<Ports.Pair, Map<String, String>> different) {
    return scene.exchange().replica(service, different);
  }

  private List<Service> added() {
    return Stream.concat(
            gateways.stream(), Stream.of(indicatorServices.getLast(), auditServices.getLast()))
        .toList();
  }

  public List<Service> gateways() {
    return gateways;
  }

  public List<Service> indicatorServices() {
    return indicatorServices;
  }

  public List<Service> auditServices() {
    return auditServices;
  }

  /** All six. */
  public List<Service> all() {
    return Stream.of(gateways, indicatorServices, auditServices).flatMap(List::stream).toList();
  }

  /** Waits until each of them is ready. */
  public void awaitAllReady() {
    Eventually.is("all six ready", () -> all().stream().allMatch(s -> Health.of(s).ready()));
  }

  /** The audit-service that leads now. */
  public Service leader() {
    return Eventually.get("a leader", () -> auditServices.stream().filter(this::leads).findFirst());
  }

  private boolean leads(Service service) {
    return Health.of(service).said().contains("leading in epoch");
  }

  /** Has the second audit-service lead, whose links can be cut. */
  public void secondLeads() {
    auditServices.getFirst().stop();
    Eventually.is("the second leads", () -> leads(auditServices.getLast()));
    auditServices.getFirst().start();
  }

  /** This link loses all there is on it. */
  public void cut(Link link) {
    links.orElseThrow().cut(name(link));
  }

  public void heal(Link link) {
    links.orElseThrow().heal(name(link));
  }

  /** Waits until whoever needs this link says that it is not ready, or another one leads. */
  public void awaitGoneRound(Link link) {
    switch (link) {
      case GATEWAY_TO_INDICATORS, GATEWAY_TO_LOG -> awaitUnready(gateways.getLast());
      case INDICATORS_TO_LOG, INDICATORS_TO_DATABASE -> awaitUnready(indicatorServices.getLast());
      case LOG_FROM_FELLOW -> awaitUnready(auditServices.getFirst());
      case LOG_TO_DATABASE ->
          Eventually.is("the other one leads", () -> leads(auditServices.getFirst()));
    }
  }

  private static void awaitUnready(Service service) {
    Eventually.is("not ready", () -> !Health.of(service).ready());
  }

  private String name(Link link) {
    return names.getOrDefault(link, "");
  }

  /** This member's feed, which reaches either gateway. */
  public Feed feed(Member member) {
    return Feed.through(door, scene, member);
  }

  @Override
  public void close() {
    scene.relay().notTo(auditServices.getLast());
    added().forEach(Service::stop);
    List.of(door, indicators, indicatorsOfSecond, logOfGateway, logOfIndicators)
        .forEach(Relay::close);
  }
}
