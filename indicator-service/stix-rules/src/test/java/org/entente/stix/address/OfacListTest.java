package org.entente.stix.address;

import static java.util.Map.entry;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// Two real lists, faults included.
class OfacListTest {

  private static final List<String> FILES =
      List.of(
          "ARB", "BCH", "BSC", "BSV", "BTG", "DASH", "ETC", "ETH", "LTC", "TRX", "USDC", "USDT",
          "XBT", "XMR", "XRP", "XVG", "ZEC");

  private final Set<String> keys = new TreeSet<>();
  private final Map<String, String> refused = new TreeMap<>();

  @Test
  void the_sanctions_list_has_639_wallets_on_654_lines_and_two_faults() {
    int lines = 0;
    for (var ticker : FILES) {
      for (var line : lines("ofac/sanctioned_addresses_" + ticker + ".txt")) {
        lines++;
        take(ticker, line);
      }
    }
    assertEquals(654, lines);
    assertEquals(
        Map.ofEntries(
            entry(
                "XBT TUCsTq7TofTCJRRoHk6RvhMoS2mJLm5Yzq",
                "ADDRESS_WRONG_CHAIN: it is no address of Bitcoin, but has TRON form"),
            entry(
                "XMR 5be5543ff73456ab9f2d207887e2af87322c651ea1a873c5b25b7ffae456c320",
                "ADDRESS_IS_HASH: 64 hexadecimal digits are no Monero address:"
                    + " a transaction hash or an old payment id?")),
        refused);
    assertEquals(641, keys.size() + refused.size());
  }

  @Test
  void the_51_addresses_of_the_bybit_notice_are_51_checksummed_wallets() {
    var addresses =
        lines("fbi-psa250226-bybit-51.txt").stream()
            .map(line -> Addresses.read(Chain.EVM, line))
            .toList();
    assertTrue(addresses.stream().allMatch(address -> address.form() == Form.EIP55));
    assertEquals(51, addresses.stream().map(Address::key).distinct().count());
  }

  private void take(String ticker, String line) {
    var chain = Chain.of(ticker);
    try {
      if (chain.isPresent()) {
        keys.add(Addresses.read(chain.get(), line).key());
      } else {
        keys.add(Addresses.recognise(line).getFirst().address().key());
      }
    } catch (AddressRejected e) {
      refused.put(ticker + " " + line, e.code() + ": " + e.reason());
    }
  }

  private static List<String> lines(String file) {
    try (var in = OfacListTest.class.getResourceAsStream(file)) {
      return new String(in.readAllBytes(), StandardCharsets.US_ASCII)
          .lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
