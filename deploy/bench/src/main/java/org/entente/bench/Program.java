package org.entente.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.PrintStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import org.entente.kit.profile.PartnerProfile;
import org.entente.local.exchange.Direction;
import org.entente.local.exchange.Exchange;
import org.entente.local.exchange.Member;

/**
 * The rows in their order. Each load runs twice, and only the second time counts. The EU's
 * collection takes the warm-ups and the small submissions, so that Korea's holds the counted
 * envelopes and nothing else when the pages are read.
 */
final class Program {

  private static final int CLIENTS = 64;
  private static final int BULK_CLIENTS = 4;
  private static final int PAGE_CLIENTS = 8;
  private static final int BULK = 1000;
  private static final int PAGE = 100;
  private static final int VALUES = 10_000;
  private static final int BATCH = 200;
  private static final int BATCH_CLIENTS = 8;
  private static final int ROWS_A_COMMIT = 500;

  private final Exchange exchange;
  private final Plan plan;
  private final PrintStream out;
  private final Feed korea;
  private final Feed eu;

  Program(Exchange exchange, Plan plan, PrintStream out) {
    this.exchange = exchange;
    this.plan = plan;
    this.out = out;
    this.korea = Feed.of(exchange, Member.KOREA, Direction.KOREA_TO_EU);
    this.eu = Feed.of(exchange, Member.EU, Direction.EU_TO_KOREA);
  }

  void run() {
    out.println(Row.HEAD);
    small();
    numbered();
    bulk();
    pages();
    lookUps();
    appends();
    searches();
  }

  /** The rows about many entries alone. */
  void runLog() {
    out.println(Row.HEAD);
    searches();
  }

  private void small() {
    plan.warmUp().run(CLIENTS, i -> eu.send(eu.sign(1)));
    List<Feed.Signed> signed = eu.signAll(plan.amounts().submissions(), 1);
    Limit limit = plan.counted().atMost(signed.size());
    var space = PostgresSpace.of(exchange.postgres(), "indicators");
    int before = count(Direction.EU_TO_KOREA);
    Measured measured = ClosedLoop.run(CLIENTS, limit, i -> eu.send(signed.get(i)));
    printKept(
        "indicators",
        space,
        "object alone in its submission",
        count(Direction.EU_TO_KOREA) - before);
    Feed.Signed one = signed.getFirst();
    var key = PartnerProfile.read(exchange.profile("eu-feed")).signing().chain().getFirst();
    Floor verification = new SignatureFloor(key.getPublicKey(), one.manifest()).measure(plan);
    Floor insert = inserting("indicators", ROWS_A_COMMIT, one.size());
    print(
        new Row(
            "small signed submission", "submissions", 1, measured, List.of(verification, insert)));
  }

  /** The same by a client that numbers its requests and makes each number durable before. */
  private void numbered() {
    var counting = Feed.counting(exchange, Member.EU, Direction.EU_TO_KOREA);
    IntConsumer send = i -> counting.send(counting.sign(1));
    plan.warmUp().run(CLIENTS, send);
    Measured measured = ClosedLoop.run(CLIENTS, plan.counted(), send);
    Floor durable =
        new DurableLines(exchange.profile("eu-feed").resolveSibling("lines")).measure(plan);
    print(
        new Row("the same, numbered by one client", "submissions", 1, measured, List.of(durable)));
  }

  private void bulk() {
    plan.warmUp().run(BULK_CLIENTS, i -> eu.send(eu.sign(BULK)));
    List<Feed.Signed> signed = korea.signAll(plan.amounts().envelopes(), BULK);
    Floor insert = inserting("indicators", BULK, signed.getFirst().envelope().length / BULK);
    var space = PostgresSpace.of(exchange.postgres(), "indicators");
    Measured measured = ClosedLoop.run(BULK_CLIENTS, plan.bulk(), i -> korea.send(signed.get(i)));
    print(new Row("bulk, envelopes of 1000", "objects", BULK, measured, List.of(insert)));
    fill();
    printKept("indicators", space, "object", count(Direction.KOREA_TO_EU));
  }

  /** Not measured: what the collection lacks of the size it is read at. */
  private void fill() {
    int missing = (plan.amounts().objects() - count(Direction.KOREA_TO_EU)) / BULK;
    if (missing > 0) {
      Limit limit = Limit.of(plan.longest()).atMost(missing);
      ClosedLoop.run(BULK_CLIENTS, limit, i -> korea.send(korea.sign(BULK)));
    }
  }

  private void lookUps() {
    var keys = new PostgresKeys(exchange.postgres());
    List<String> known = keys.known(VALUES / 2);
    List<String> one = List.of(known.getFirst());
    List<String> many = new ArrayList<>(known);
    many.addAll(PostgresKeys.unknown(VALUES - known.size()));
    lookUp("look-up of one value", PAGE_CLIENTS, one, keys.probe(plan, 1));
    lookUp("look-up of 10 000 values, half known", 2, many, keys.probe(plan, VALUES));
  }

  private void lookUp(String name, int clients, List<String> values, Floor floor) {
    IntConsumer ask = i -> eu.lookUp(values);
    plan.warmUp().run(clients, ask);
    Measured measured = ClosedLoop.run(clients, plan.counted(), ask);
    print(new Row(name, "values", values.size(), measured, List.of(floor)));
  }

  private void pages() {
    var releases = new PostgresReleases(exchange.postgres(), Direction.KOREA_TO_EU);
    String of = String.format("page of %d of %d objects", PAGE, releases.count());
    page("first " + of, releases, 0);
    page("middle " + of, releases, releases.beforeHalf());
    page("last " + of, releases, releases.beforeLast(PAGE));
  }

  private void page(String name, PostgresReleases releases, long after) {
    String addedAfter = Instant.EPOCH.plus(after, ChronoUnit.MICROS).toString();
    IntConsumer read = i -> eu.page(releases.direction(), addedAfter, PAGE);
    plan.warmUp().run(PAGE_CLIENTS, read);
    Measured measured = ClosedLoop.run(PAGE_CLIENTS, plan.counted(), read);
    print(new Row(name, "pages", 1, measured, List.of(releases.select(plan, after, PAGE))));
  }

  private void appends() {
    var appends = new AuditAppends(exchange);
    IntConsumer one = i -> appends.appendOne();
    IntConsumer batch =
        i -> appends.appendBatch(Stream.generate(AuditAppends::record).limit(BATCH).toList());
    plan.warmUp().run(CLIENTS, one);
    Measured single = ClosedLoop.run(CLIENTS, plan.counted(), one);
    plan.warmUp().run(BATCH_CLIENTS, batch);
    Measured batches = ClosedLoop.run(BATCH_CLIENTS, plan.counted(), batch);
    int size = AuditAppends.record().getBytes(UTF_8).length;
    var commits = new PostgresCommitFloors(exchange.postgres(), "audit");
    Floor insert = inserting("audit", ROWS_A_COMMIT, size);
    List<Floor> floors = List.of(commits.rows(plan, size), commits.chain(plan, size), insert);
    print(new Row("audit append, one a request", "entries", 1, single, floors));
    print(new Row("audit append, 200 a request", "entries", BATCH, batches, List.of(insert)));
  }

  /** Who saw this, and what did this person do: an auditor asks, and waits for the answer. */
  private void searches() {
    var entries = new PostgresEntries(exchange.postgres());
    var accesses = new Accesses(plan.amounts().entries());
    var space = PostgresSpace.of(exchange.postgres(), "audit");
    long before = entries.size();
    fillLog(accesses);
    entries.settle();
    printKept("audit", space, "entry", entries.size() - before);
    var auditor = new Auditing(exchange);
    Floor way = auditor.wayThereAndBack(plan);
    search(
        String.format("who saw this object, of %d entries", entries.size()),
        i -> auditor.search("object", accesses.usual()),
        List.of(entries.ofObject(plan, accesses::usual), way));
    search(
        "the same of an object in every 50th",
        i -> auditor.search("object", Accesses.SEEN),
        List.of(entries.ofObject(plan, () -> Accesses.SEEN), way));
    search(
        "what the client did that is in every 2nd",
        i -> auditor.search("actor", Accesses.BUSY),
        List.of(entries.ofActor(plan, Accesses.BUSY), way));
    check(entries);
  }

  private void check(PostgresEntries entries) {
    Measured measured = new WholeCheck(exchange, plan).run();
    int size = (int) entries.size();
    print(
        new Row(
            "the whole log checked", "entries", size, measured, List.of(entries.readingAll(plan))));
  }

  private void search(String name, IntConsumer ask, List<Floor> floors) {
    plan.warmUp().run(1, ask);
    Measured measured = ClosedLoop.run(1, plan.counted(), ask);
    print(new Row(name, "pages", 1, measured, floors));
  }

  /** Not measured; through the service, which makes every entry, and fewer than fill its queue. */
  private void fillLog(Accesses accesses) {
    var appends = new AuditAppends(exchange);
    int batches = (int) (accesses.number() / ROWS_A_COMMIT);
    ClosedLoop.run(
        BULK_CLIENTS,
        Limit.of(plan.longest()).atMost(batches),
        i -> appends.appendBatch(accesses.records((long) i * ROWS_A_COMMIT, ROWS_A_COMMIT)));
  }

  private Floor inserting(String database, int rows, int size) {
    return new PostgresInsertFloor(exchange.postgres(), database).measure(plan, rows, size);
  }

  private int count(Direction direction) {
    return new PostgresReleases(exchange.postgres(), direction).count();
  }

  private void printKept(String database, PostgresSpace before, String unit, long added) {
    out.println(PostgresSpace.of(exchange.postgres(), database).perUnitSince(before, unit, added));
  }

  private void print(Row row) {
    out.println(row.text());
  }
}
