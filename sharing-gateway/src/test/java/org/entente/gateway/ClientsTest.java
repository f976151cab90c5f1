package org.entente.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.entente.gateway.exchange.AroundTheGateway;
import org.entente.gateway.exchange.Surroundings;
import org.entente.gateway.exchange.Visit;
import org.entente.gateway.exchange.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What CLIENTS.md says of stock clients is what happens when their bytes arrive. */
@QuarkusTest
@QuarkusTestResource(AroundTheGateway.class)
@SuppressWarnings("NullAway.Init") // The test resource injects; fresh() sets the rest.
class ClientsTest {

  private static final Path CONTRACT = Path.of("contract");
  private static final Pattern ROW =
      Pattern.compile("\\| [^|]+ \\| \\[[^]]+]\\(([^)]+)\\) \\| (\\d{3})(?: `(\\w+)`)? \\|.*");
  private static final Pattern LENGTH = Pattern.compile("(?i)\r\ncontent-length: (\\d+)\r\n");

  Surroundings around;

  private Visit korea;

  @BeforeEach
  void fresh() {
    around.upstream().reset();
    korea = Visit.by(around, "kr");
  }

  /**
   * @param code empty when the request is let in
   */
  private record Promise(String file, int status, String code) {}

  @Test
  void every_client_gets_the_answer_that_is_documented() throws IOException {
    List<Promise> promises = promises();
    assertTrue(promises.size() > 15, promises::toString);
    for (Promise promise : promises) {
      around.upstream().reset();
      String answer = send(Files.readString(CONTRACT.resolve(promise.file())));
      assertTrue(
          answer.startsWith("HTTP/1.1 " + promise.status() + " "), promise.file() + "\n" + answer);
      assertTrue(answer.contains("\r\nContent-Type: " + Visit.TAXII + "\r\n"), promise.file());
      if (promise.code().isEmpty()) {
        assertEquals(List.of(), refusals(), promise.file());
      } else {
        assertTrue(answer.contains("\"error_code\":\"" + promise.code() + "\""), answer);
        assertEquals(List.of(promise.code()), refusals(), promise.file());
      }
    }
  }

  @Test
  void what_a_client_asks_for_arrives_inside_in_one_form() throws IOException {
    send(Files.readString(CONTRACT.resolve("clients/taxii2-client/objects.http")));

    String uri = around.upstream().arrived().getFirst().uri();
    assertTrue(
        uri.contains("match%5Btype%5D=indicator%2Curl")
            || uri.contains("match[type]=indicator,url"),
        uri);
    assertTrue(uri.contains("added_after=2024-11-24T10"), uri);
  }

  @Test
  void who_is_refused_is_told_what_to_do() throws IOException {
    String bundle =
        send(Files.readString(CONTRACT.resolve("clients/opencti-taxii-post/bundle-bearer.http")));
    assertTrue(bundle.contains("partner kit's submit takes a bundle"), bundle);
    String basic = send(Files.readString(CONTRACT.resolve("clients/misp/objects.http")));
    assertTrue(basic.contains("Basic is not served here"), basic);
    assertTrue(basic.contains("\r\nWWW-Authenticate: Bearer realm="), basic);
    String key = send(Files.readString(CONTRACT.resolve("clients/api-key/objects.http")));
    assertTrue(key.contains("API keys are not served"), key);
  }

  @Test
  void every_file_is_in_the_table() throws IOException {
    Set<String> listed = promises().stream().map(Promise::file).collect(Collectors.toSet());
    Set<String> there = new TreeSet<>();
    try (var files = Files.walk(CONTRACT.resolve("clients"))) {
      files
          .filter(Files::isRegularFile)
          .forEach(file -> there.add(CONTRACT.relativize(file).toString()));
    }
    assertEquals(there, new TreeSet<>(listed));
  }

  private static List<Promise> promises() throws IOException {
    return Files.readAllLines(CONTRACT.resolve("CLIENTS.md")).stream()
        .map(ROW::matcher)
        .filter(Matcher::matches)
        .map(row ->
            new Promise(
                row.group(1),
                Integer.parseInt(row.group(2)),
                row.group(3) == null ? "" : row.group(3)))
        .toList();
  }

  private List<String> refusals() {
    return around.upstream().records().stream()
        .map(record -> record.path("status_detail").asText(""))
        .filter(code -> !code.isEmpty())
        .toList();
  }

  /** The answer as far as its length goes: most of these clients keep their connection. */
  private String send(String file) throws IOException {
    String request =
        file.replace("\n", "\r\n")
            .replace("{{host}}", "localhost:" + around.port())
            .replace("{{token}}", korea.token())
            .replace("{{basic}}", "a3ItZmVlZDpzZWNyZXQ=")
            .replace("{{next}}", "bmV4dA");
    try (Socket socket = Visitor.begin(korea.own(), around, request)) {
      StringBuilder answer = new StringBuilder();
      while (!complete(answer)) {
        int next = socket.getInputStream().read();
        if (next < 0) {
          break;
        }
        answer.append((char) next);
      }
      return answer.toString();
    }
  }

  private static boolean complete(StringBuilder answer) {
    int end = answer.indexOf("\r\n\r\n");
    if (end < 0) {
      return false;
    }
    Matcher length = LENGTH.matcher(answer);
    return length.find()
        && answer.toString().getBytes(StandardCharsets.ISO_8859_1).length
            >= end + 4 + Integer.parseInt(length.group(1));
  }
}
