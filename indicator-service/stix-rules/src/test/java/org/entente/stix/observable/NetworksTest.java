package org.entente.stix.observable;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetworksTest {

  @ParameterizedTest
  @CsvSource({
    "0:0:0:0:0:0:0:0, ::",
    "::1, ::1",
    "1:0:0:2:0:0:0:3, 1:0:0:2::3",
    "1:0:0:2:3:0:0:4, 1::2:3:0:0:4",
    "1:0:2:3:4:5:6:7, 1:0:2:3:4:5:6:7",
    "1:2:3:4:5:6:7::, 1:2:3:4:5:6:7:0",
    "::FFFF:c633:6403, ::ffff:198.51.100.3",
    "::198.51.100.3, ::c633:6403"
  })
  void ipv6_is_written_as_rfc_5952_says(String written, String canonical) {
    assertEquals(canonical, Ipv6.key(written).value());
  }

  @Property(tries = 500)
  void any_ipv6_means_what_the_jdk_takes_it_for(@ForAll @Size(16) byte[] bytes)
      throws UnknownHostException {
    var address = new int[8];
    for (int i = 0; i < 8; i++) {
      address[i] = ((bytes[2 * i] & 0xFF) << 8) | (bytes[2 * i + 1] & 0xFF);
    }
    var literal = InetAddress.getByName(Ipv6.format(address)).getAddress();
    // The JDK turns mapped addresses into IPv4.
    var last = HexFormat.of().formatHex(literal);
    assertTrue(HexFormat.of().formatHex(bytes).endsWith(last));
    assertEquals(Ipv6.format(address), Ipv6.key(Ipv6.format(address)).value());
  }

  @Test
  void the_networks_around_an_address_run_from_narrow_to_wide() {
    var around = Observables.networksAround(Ipv4.key("198.51.100.3"));
    assertEquals(24, around.size());
    assertEquals("ip4:198.51.100.2/31", around.getFirst().text());
    assertEquals("ip4:198.0.0.0/8", around.getLast().text());
    assertEquals(112, Observables.networksAround(Ipv6.key("2001:db8::1")).size());
    assertEquals(List.of(), Observables.networksAround(new ObservableKey(Kind.DOMAIN, "a.b")));
  }

  @Property(tries = 500)
  void a_network_contains_what_it_is_around(
      @ForAll @Size(4) byte[] bytes, @ForAll @IntRange(min = 8, max = 31) int length) {
    long address = new BigInteger(1, bytes).longValue();
    var network = Ipv4.key(address, length);
    assertTrue(Observables.networksAround(Ipv4.key(address, 32)).contains(network));
  }
}
