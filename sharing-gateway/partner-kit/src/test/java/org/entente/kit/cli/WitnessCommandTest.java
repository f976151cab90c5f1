package org.entente.kit.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.entente.kit.cli.KitRun.Ended;
import org.entente.log.AddCheckpoint;
import org.entente.log.WitnessRule;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A witness as a partner runs it. */
class WitnessCommandTest {

  private final List<String> answers = new ArrayList<>();
  @TempDir private Path folder;
  private KitRun kit;

  @BeforeEach
  void a_desk_with_keys() throws Exception {
    kit = new KitRun(folder);
    kit.write("log.policy", kit.log.policy());
    kit.log.append("{}");
  }

  @AfterEach
  void stop() {
    kit.close();
  }

  @Test
  void new_keys_run_and_cosign_and_a_signal_ends_it() throws Exception {
    Ended made = kit.run("witness new witness.example --out @keys");
    assertTrue(made.out().contains("witness witness.example-pq witness.example+"), made.out());
    byte[] request = new AddCheckpoint(0, List.of(), kit.log.checkpoint()).toByteArray();

    Ended ended =
        running(address -> {
          send(address + "/add-checkpoint", request);
          send(address + "/add-checkpoint", "nonsense".getBytes(UTF_8));
          send(address + "/" + WitnessRule.nameOf(TestLog.ORIGIN) + "/checkpoint", null);
          send(address + "/elsewhere", null);
          send(address + "/add-checkpoint", null);
        });

    assertEquals(0, ended.exit(), ended.err());
    assertEquals(
        2, answers.get(0).lines().filter(line -> line.contains("— witness.example ")).count());
    assertTrue(answers.get(1).startsWith("400 REQUEST_MALFORMED"), answers.get(1));
    assertTrue(answers.get(2).startsWith("200 " + TestLog.ORIGIN + "\n1\n"), answers.get(2));
    assertTrue(answers.get(3).startsWith("404 "), answers.get(3));
    assertTrue(answers.get(4).startsWith("405 "), answers.get(4));
  }

  @Test
  void an_address_that_is_none_is_a_usage_error() {
    kit.run("witness new witness.example --out @keys");
    assertEquals(
        2,
        kit.run(
                "witness run --policy @log.policy --key @keys/witness-ed25519.key"
                    + " --folder @memory --listen nowhere")
            .exit());
  }

  /** What is done while the witness runs. */
  private interface Meanwhile {
    void at(String address) throws Exception;
  }

  private Ended running(Meanwhile work) throws IOException {
    int port = freePort();
    kit.pause =
        time -> {
          try {
            work.at("http://127.0.0.1:" + port);
            return false;
          } catch (Exception e) {
            throw new IllegalStateException(e);
          }
        };
    return kit.run(
        "witness run --policy @log.policy --key @keys/witness-ed25519.key"
            + " --key @keys/witness-ml-dsa-44.key --folder @memory --listen 127.0.0.1:"
            + port);
  }

  private void send(String address, byte @org.jspecify.annotations.Nullable [] body)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address));
    if (body != null) {
      request.POST(HttpRequest.BodyPublishers.ofByteArray(body));
    }
    try (HttpClient http = HttpClient.newHttpClient()) {
      var answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
      answers.add(answer.statusCode() + " " + answer.body());
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
