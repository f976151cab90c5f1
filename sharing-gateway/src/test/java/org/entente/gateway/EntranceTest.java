package org.entente.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.HexFormat;
import java.util.Map;
import org.entente.gateway.exchange.AroundTheGateway;
import org.entente.gateway.exchange.Surroundings;
import org.entente.gateway.exchange.Visitor;
import org.junit.jupiter.api.Test;

/**
 * Behind an entrance that passes TLS through, as on Kubernetes. It says by PROXY protocol version 2
 * from where each connection comes, which is what a record has to say.
 */
@QuarkusTest
@TestProfile(EntranceTest.BehindAnEntrance.class)
@QuarkusTestResource(AroundTheGateway.class)
@SuppressWarnings("NullAway.Init") // The test resource injects.
class EntranceTest {

  /** Section 2.2: a TCP connection over IPv4 from 192.0.2.7, port 4711. */
  private static final byte[] SAID =
      HexFormat.of()
          .parseHex("0d0a0d0a000d0a515549540a" + "2111000c" + "c0000207" + "7f000001" + "126701bb");

  private static final String REQUEST = "GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n";

  Surroundings around;

  public static final class BehindAnEntrance implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("quarkus.http.proxy.use-proxy-protocol", "true");
    }
  }

  @Test
  void a_record_says_from_where_the_client_came_and_not_the_entrance() {
    var korea = around.pki().party("kr").client("kr-feed");

    var answer = Visitor.raw(korea, around, SAID, REQUEST);

    assertTrue(answer.startsWith("HTTP/1.1 401 "), answer);
    var record = around.upstream().records().getLast();
    assertEquals("192.0.2.7", record.at("/src_endpoint/ip").asText());
  }

  @Test
  void nobody_comes_in_past_it() {
    var korea = around.pki().party("kr").client("kr-feed");

    assertThrows(IllegalStateException.class, () -> Visitor.raw(korea, around, REQUEST));
  }
}
