package org.entente.bench;

import java.io.PrintStream;
import java.sql.SQLException;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.entente.kit.client.ExchangeClient;
import org.entente.kit.client.ExchangeClient.Selection;
import org.entente.kit.client.Session;
import org.entente.kit.profile.PartnerProfile;
import org.entente.local.exchange.Direction;
import org.entente.local.exchange.Exchange;

/** The loads in their order; each is warmed up first and then counted. */
final class Program {

  private static final int CLIENTS = 64;
  private static final int BULK = 1000;
  private static final int PAGE = 100;

  private final Exchange exchange;
  private final int scale;
  private final PrintStream out;
  private final Floors floors;
  private final PartnerProfile korea;

  Program(Exchange exchange, int scale, PrintStream out) {
    this.exchange = exchange;
    this.scale = scale;
    this.out = out;
    this.floors = new Floors(exchange);
    this.korea = PartnerProfile.read(exchange.profile("kr-feed"));
  }

  void run() {
    ExchangeClient sender = new ExchangeClient(Session.of(korea));
    submissions(sender, CLIENTS, 2500 * scale, 1); // The virtual machines compile; not counted.
    Measured small = submissions(sender, CLIENTS, 3000 * scale, 1);
    Measured verification = floors.signatureVerification(10_000 * scale);
    Measured bulk = submissions(sender, 4, 20 * scale, BULK);
    Measured objects = floors.batchInsert("indicators", 20 * scale, BULK, Warnings.object());
    out.println();
    out.println(Row.HEAD);
    print(
        new Row("small signed submission", "submissions", 1, small, verification),
        "bare ES256 verifications",
        1);
    print(new Row("bulk, envelopes of 1000", "objects", BULK, bulk, objects), "batch insert", BULK);
    pages();
    appends();
  }

  private Measured submissions(ExchangeClient sender, int clients, int count, int objects) {
    SignedSubmissions signed = SignedSubmissions.prepare(korea, count, objects);
    return ClosedLoop.run(clients, count, i -> signed.send(sender, i));
  }

  private void pages() {
    var reader = new ExchangeClient(Session.of(PartnerProfile.read(exchange.profile("eu-feed"))));
    page("first page of 100", reader, 0);
    page("last page of 100", reader, beforeLastPage());
    out.printf("  (collection of %d objects)%n", released());
  }

  private void page(String name, ExchangeClient reader, long after) {
    var selection = new Selection(timestamp(after), PAGE);
    String collection = Direction.KOREA_TO_EU.id();
    ClosedLoop.run(8, 100 * scale, i -> reader.page(collection, selection));
    Measured pages = ClosedLoop.run(8, 200 * scale, i -> reader.page(collection, selection));
    Measured floor = floors.pageSelect(200 * scale, after);
    print(new Row(name, "pages", 1, pages, floor), "bare select, one connection", 1);
  }

  private void appends() {
    var appends = new AuditAppends(exchange);
    Measured floor = floors.batchInsert("audit", 40 * scale, 500, AuditAppends.record());
    ClosedLoop.run(CLIENTS, 2000 * scale, i -> appends.appendOne());
    Measured single = ClosedLoop.run(CLIENTS, 8000 * scale, i -> appends.appendOne());
    print(new Row("audit append, one a request", "entries", 1, single, floor), "batch insert", 500);
    Measured batch = ClosedLoop.run(8, 100 * scale, i -> appends.appendBatch(200));
    print(
        new Row("audit append, 200 a request", "entries", 200, batch, floor), "batch insert", 500);
  }

  private void print(Row row, String floorName, int perFloorOperation) {
    out.println(row.text(floorName, perFloorOperation));
  }

  private long beforeLastPage() {
    return number(
        "SELECT coalesce(max(date_added), 0) FROM (SELECT date_added FROM release"
            + " ORDER BY date_added DESC OFFSET 100 LIMIT 1) AS t");
  }

  private long released() {
    return number("SELECT count(*) FROM release");
  }

  private long number(String sql) {
    try (var connection = exchange.postgres().connect("indicators");
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getLong(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String timestamp(long micros) {
    return Instant.EPOCH.plusNanos(TimeUnit.MICROSECONDS.toNanos(micros)).toString();
  }
}
