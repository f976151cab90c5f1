package org.entente.e2e.scene;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * Links between parts that can be cut as a broken network cuts them: packets vanish in both
 * directions, and nobody is told. It takes a network namespace that this test run has for itself,
 * where each link is an address or a port that nothing else uses; see {@code own-network}.
 */
public final class Links implements AutoCloseable {

  private static final String OWN_NETWORK = "ENTENTE_OWN_NETWORK";
  private static final String RULES =
      """
      table ip links {
        set addresses { type ipv4_addr; }
        set ports { type inet_service; }
        chain names {
          type nat hook output priority -100;
          ip daddr 127.0.1.0/24 dnat to 127.0.0.1
        }
        chain cuts {
          type filter hook output priority 0;
          ct original ip daddr @addresses drop
          tcp dport @ports drop
          tcp sport @ports drop
        }
      }
      """;

  private int last;

  private Links() {}

  /** Skips the test where this account may not have a network of its own. */
  public static Links ofOwnNetwork() {
    assumeTrue(
        System.getenv(OWN_NETWORK) != null && nft(RULES) == 0,
        "No link was cut: this account may not make a network namespace, or nft is missing.");
    return new Links();
  }

  /** Another name of this machine, for one link alone. */
  synchronized String address() {
    return "127.0.1." + ++last;
  }

  /** What goes there or comes from there vanishes from now on. */
  public void cut(String link) {
    change("add", link);
  }

  /** It arrives again. */
  public void heal(String link) {
    change("delete", link);
  }

  private static void change(String how, String link) {
    var set = link.contains(".") ? "addresses" : "ports";
    if (nft("%s element ip links %s { %s }".formatted(how, set, link)) != 0) {
      throw new IllegalStateException("nft refuses to " + how + " " + link);
    }
  }

  private static int nft(String commands) {
    try {
      var nft =
          new ProcessBuilder("nft", "-f", "-")
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      try (var in = nft.outputWriter(StandardCharsets.UTF_8)) {
        in.write(commands);
      }
      return nft.waitFor();
    } catch (IOException _) {
      return -1; // there is none
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  /** All links are whole again. */
  @Override
  public void close() {
    if (nft("delete table ip links") != 0) {
      throw new UncheckedIOException(new IOException("nft does not delete its table"));
    }
  }
}
