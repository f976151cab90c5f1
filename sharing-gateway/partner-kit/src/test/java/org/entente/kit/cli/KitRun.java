package org.entente.kit.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.entente.kit.client.Pause;
import org.entente.kit.file.Disk;
import org.entente.kit.json.StrictJson;
import org.entente.pki.Pki;

/** One partner's desk: a folder with profiles and trust, and an exchange to talk to. */
final class KitRun implements AutoCloseable {

  static final String COLLECTION = "4b7f2f8e-3a6c-4d5e-9b1a-0c2d4e6f8a10";
  static final String OBJECTS = "/taxii2/exchange/collections/" + COLLECTION + "/objects/";

  final Pki pki;
  final TestLog log = new TestLog(1);
  final TestExchange exchange;
  final List<Duration> waits = new CopyOnWriteArrayList<>();
  final ByteArrayOutputStream data = new ByteArrayOutputStream();
  private final Path folder;

  // What the next run finds at the process's edge.
  Consumer<String> witness = step -> {};
  Pause pause = time -> true;
  Clock clock = Clock.systemUTC();
  InputStream in = InputStream.nullInputStream();
  boolean terminal;

  /** What a command said and how it ended. */
  record Ended(int exit, String out, String err) {
    Map<String, Object> json() {
      return StrictJson.object(out.getBytes(UTF_8));
    }

    List<String> texts(String name) {
      return json().get(name) instanceof List<?> list
          ? list.stream().map(String::valueOf).toList()
          : List.of();
    }
  }

  KitRun(Path folder) throws IOException, GeneralSecurityException {
    this.folder = folder;
    pki = Pki.create(folder.resolve("pki"), Clock.systemUTC(), "kr", "eu");
    exchange = new TestExchange(pki, log);
    profile("kr-feed", exchange.url());
    trust(log.policy());
    Path kr = Files.createDirectories(folder.resolve("trust/partners/kr"));
    Files.copy(pki.party("kr").signingAnchor(), kr.resolve("signing-ca.pem"));
    Files.writeString(kr.resolve("signers"), pki.party("kr").signerUrn("ops") + "\n");
  }

  /** Writes {@code <client>.properties} for a client of Korea. */
  void profile(String client, String url) throws IOException {
    var tls = pki.party("kr").client(client);
    var signer = pki.party("kr").signer("ops");
    List<String> lines =
        List.of(
            "gateway.url=" + url,
            "audit.url=" + url,
            "token.url=" + exchange.url() + "/token",
            "client.id=" + client,
            "purpose=Testing",
            "tls.certificate=" + tls.certificate(),
            "tls.key=" + tls.key(),
            "tls.trust=" + pki.exchangeAnchor(),
            "signing.certificate-chain=" + signer.certificate(),
            "signing.key=" + signer.key(),
            "trust.folder=trust");
    Files.write(path(client + ".properties"), lines);
  }

  /** Has kr-feed number its requests and keep a journal. */
  void keepJournal() throws IOException {
    Files.writeString(
        path("kr-feed.properties"), "\njournal.folder=journal\n", StandardOpenOption.APPEND);
  }

  void trust(String policy) throws IOException {
    write("trust/log.policy", policy);
  }

  Path path(String name) {
    return folder.resolve(name);
  }

  String write(String name, String text) {
    try {
      Path file = path(name);
      Files.createDirectories(folder.resolve("trust"));
      return Files.writeString(file, text).toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String read(String name) throws IOException {
    return Files.readString(path(name));
  }

  /** Runs as kr-feed. A word that begins with {@code @} is a file of the desk. */
  Ended run(String line) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    String[] words =
        List.of((line + " -p @kr-feed.properties").split(" ", -1)).stream()
            .filter(word -> !word.isEmpty())
            .map(word -> word.startsWith("@") ? path(word.substring(1)).toString() : word)
            .toArray(String[]::new);
    int exit =
        Entente.commandLine(edge())
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(err))
            .execute(words);
    return new Ended(exit, out.toString(), err.toString());
  }

  /** Waiting takes no time here; what was waited is kept. */
  private Edge edge() {
    Pause noted =
        time -> {
          if (time.isPositive()) {
            waits.add(time);
          }
          return pause.of(time);
        };
    return new Edge(in, data, terminal, new Disk(witness), new Edge.Time(clock, noted, new Stop()));
  }

  @Override
  public void close() {
    exchange.close();
  }
}
