package org.entente.revocation.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.entente.pki.Party;
import org.entente.pki.Pki;
import org.entente.revocation.RevocationList;
import org.entente.revocation.RevocationLists;
import org.entente.revocation.Terms;
import org.entente.revocation.Verdict;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FollowerTest {

  private static final Terms TERMS = new Terms(Duration.ofHours(24), Duration.ofHours(6));
  private static final Clock CLOCK = Clock.systemUTC();

  @TempDir Path folder;

  private final Fetch fetch = new Fetch(Duration.ofSeconds(1));
  private final Heard heard = new Heard();
  private Party party;
  private HttpServer server;

  private static final class Heard implements Follower.Listener {
    private final Queue<String> taken = new ConcurrentLinkedQueue<>();
    private final Queue<String> failed = new ConcurrentLinkedQueue<>();

    @Override
    public void taken(Source source, RevocationList list) {
      taken.add(list.name().toString());
    }

    @Override
    public void failed(Source source, String why, boolean again) {
      failed.add((again ? "again " : "") + why);
    }
  }

  @BeforeEach
  void start() throws IOException {
    party = Pki.create(folder.resolve("pki"), CLOCK, "kr").party("kr");
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
    fetch.close();
  }

  private URI url(String path) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
  }

  private X509Certificate tls() {
    return party.tlsAuthority().certificate();
  }

  private RevocationLists lists() {
    return new RevocationLists(List.of(tls()), TERMS);
  }

  private Follower follower(Source.Place place, RevocationLists lists, Path kept) {
    var sources = List.of(new Source(tls(), place));
    return new Follower(sources, lists, fetch, Optional.of(new KeptLists(kept)), CLOCK);
  }

  private Verdict judge(RevocationLists lists) {
    var leaf = party.client("kr-feed").credential().leaf();
    return lists.judge(List.of(leaf, tls()), CLOCK.instant());
  }

  @Test
  void a_file_is_followed_and_a_change_counts_at_the_next_round() {
    var lists = lists();
    var follower =
        follower(new Source.Place.In(party.revokedTls().file()), lists, folder.resolve("kept"));
    follower.round(heard);
    assertInstanceOf(Verdict.Good.class, judge(lists));

    party.revokedTls().revoke(party.client("kr-feed").credential().leaf());
    follower.round(heard);

    assertInstanceOf(Verdict.Revoked.class, judge(lists));
    assertEquals(2, heard.taken.size());
    assertTrue(heard.failed.isEmpty());
  }

  @Test
  void an_address_is_followed_and_what_goes_wrong_leaves_the_last_good_list() throws IOException {
    byte[] list = Files.readAllBytes(party.revokedTls().file());
    server.createContext("/good", exchange -> answer(exchange, 200, list));
    server.createContext("/gone", exchange -> answer(exchange, 404, list));
    server.createContext(
        "/moved",
        exchange -> {
          exchange.getResponseHeaders().add("Location", url("/good").toString());
          answer(exchange, 302, new byte[0]);
        });
    server.createContext(
        "/huge", exchange -> answer(exchange, 200, new byte[RevocationList.MOST_BYTES + 1]));
    var lists = lists();
    Path kept = folder.resolve("kept");
    follower(new Source.Place.At(url("/good")), lists, kept).round(heard);
    assertEquals(1, heard.taken.size());

    for (String path : List.of("/gone", "/moved", "/huge")) {
      follower(new Source.Place.At(url(path)), lists, kept).round(heard);
    }

    assertEquals(3, heard.failed.size(), heard.failed.toString());
    assertInstanceOf(Verdict.Good.class, judge(lists));
  }

  @Test
  void a_source_that_never_ends_its_answer_ends_with_the_time_for_it() {
    var over = new CountDownLatch(1);
    server.createContext(
        "/slow",
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          exchange.getResponseBody().write(1);
          exchange.getResponseBody().flush();
          await(over);
          exchange.close();
        });
    var lists = lists();

    follower(new Source.Place.At(url("/slow")), lists, folder.resolve("kept")).round(heard);
    over.countDown();

    assertEquals(1, heard.failed.size());
    assertInstanceOf(Verdict.Unavailable.class, judge(lists));
  }

  @Test
  void what_was_kept_counts_after_a_start_without_the_source_and_is_verified_again()
      throws IOException {
    Path kept = folder.resolve("kept");
    follower(new Source.Place.In(party.revokedTls().file()), lists(), kept).round(heard);
    var nowhere = new Source.Place.In(folder.resolve("nowhere.crl"));

    var lists = lists();
    var follower = follower(nowhere, lists, kept);
    follower.remember(heard);
    follower.round(heard);
    assertInstanceOf(Verdict.Good.class, judge(lists));
    assertEquals(1, heard.failed.size());

    try (var files = Files.list(kept)) {
      for (Path file : files.toList()) {
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length - 1] ^= 1;
        Files.write(file, bytes);
      }
    }
    var later = lists();
    follower(nowhere, later, kept).remember(heard);

    assertInstanceOf(Verdict.Unavailable.class, judge(later));
    assertEquals(2, heard.failed.size());
  }

  @Test
  void the_same_trouble_is_known_until_the_source_is_well_or_has_another() throws IOException {
    var list = folder.resolve("list.crl");
    byte[] good = Files.readAllBytes(party.revokedTls().file());
    var follower = follower(new Source.Place.In(list), lists(), folder.resolve("kept"));

    follower.round(heard);
    follower.round(heard);
    Files.write(list, new byte[] {1});
    follower.round(heard);
    follower.round(heard);
    Files.write(list, good); // It is taken,
    follower.round(heard);
    Files.delete(list);
    follower.round(heard);
    Files.write(list, good); // and only the same again.
    follower.round(heard);
    Files.delete(list);
    follower.round(heard);
    follower.round(heard);

    assertEquals(1, heard.taken.size());
    assertEquals(
        List.of(false, true, false, true, false, false, true),
        heard.failed.stream().map(why -> why.startsWith("again ")).toList(),
        heard.failed.toString());
  }

  @Test
  void what_counts_and_cannot_be_kept_is_trouble_that_a_new_list_begins_anew() throws IOException {
    var kept = Files.writeString(folder.resolve("kept"), "is no folder");
    var follower = follower(new Source.Place.In(party.revokedTls().file()), lists(), kept);

    follower.round(heard);
    follower.round(heard);
    party.revokedTls().revoke(party.client("kr-feed").credential().leaf());
    follower.round(heard);

    assertEquals(2, heard.taken.size());
    assertEquals(
        List.of(false, true, false),
        heard.failed.stream().map(why -> why.startsWith("again ")).toList(),
        heard.failed.toString());
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
    try (exchange) {
      exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    }
  }
}
