package org.entente.stix.address;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.HexFormat;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/// What holds for every address.
class AddressPropertyTest {

  private static final String OTHERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";

  /// An address, written by us from random bytes, and its chain.
  record Written(Chain chain, String text) {}

  @Property(tries = 500)
  void base58_reads_what_it_writes(@ForAll @Size(min = 1, max = 80) byte[] bytes) {
    assertArrayEquals(bytes, Base58.BITCOIN.decode(Base58.BITCOIN.encode(bytes)));
    assertArrayEquals(bytes, Base58.RIPPLE.decode(Base58.RIPPLE.encode(bytes)));
  }

  @Property(tries = 500)
  void monero_base58_reads_what_it_writes(@ForAll @Size(max = 80) byte[] bytes) {
    assertArrayEquals(bytes, MoneroBase58.decode(MoneroBase58.encode(bytes)));
  }

  @Property(tries = 500)
  void groups_of_five_bits_keep_their_bytes(@ForAll @Size(min = 1, max = 40) byte[] bytes) {
    var groups = Bits.of(bytes);
    assertArrayEquals(bytes, groups.bytes());
    assertArrayEquals(bytes, Bits.groups(groups.text(), 0).bytes());
  }

  @Property(tries = 1000)
  void what_is_shown_is_the_same_address(@ForAll("written") Written written) {
    var address = Addresses.read(written.chain(), written.text());
    var again = Addresses.read(written.chain(), address.display());
    assertEquals(address.account(), again.account());
  }

  @Property(tries = 1000)
  void one_changed_character_is_refused(
      @ForAll("written") Written written, @ForAll int place, @ForAll int replacement) {
    var text = written.text();
    int from = unchecked(text);
    int at = from + Math.floorMod(place, text.length() - from);
    char other = OTHERS.charAt(Math.floorMod(replacement, OTHERS.length()));
    var changed = text.substring(0, at) + other + text.substring(at + 1);
    if (!changed.equals(text)) {
      assertThrows(AddressRejected.class, () -> Addresses.read(written.chain(), changed));
    }
  }

  /// How many characters no checksum covers: the prefix that Bitcoin Cash may leave out, and the 0x
  /// that may as well be 0X.
  private static int unchecked(String text) {
    return text.startsWith("0x") ? 2 : text.indexOf(':') + 1;
  }

  @Test
  void the_prefix_of_hexadecimal_digits_may_be_upper_case() {
    var digits = "de0B295669a9FD93d5F28D9Ec85E40f4cb697BAe";
    assertEquals(
        Addresses.read(Chain.EVM, "0x" + digits).account(),
        Addresses.read(Chain.EVM, "0X" + digits).account());
  }

  @Property(tries = 1000)
  void nothing_but_a_refusal_comes_of_any_text(@ForAll Chain chain, @ForAll String text) {
    try {
      assertEquals(chain, Addresses.read(chain, text).chain());
    } catch (AddressRejected e) {
      assertEquals(false, e.reason().isBlank());
    }
    Addresses.recognise(text);
  }

  @Test
  void keccak_is_not_sha3() {
    assertEquals(
        "c5d2460186f7233c927e7db2dcc703c0e500b653ca82273b7bfad8045d85a470",
        HexFormat.of().formatHex(Keccak.of(new byte[0], 0)));
  }

  @Provide
  Arbitrary<Written> written() {
    return Arbitraries.bytes()
        .array(byte[].class)
        .ofSize(72)
        .flatMap(bytes -> Arbitraries.integers().between(0, 8).map(form -> write(form, bytes)));
  }

  private static Written write(int form, byte[] bytes) {
    return switch (form) {
      case 0 -> base58(Chain.BTC, 0x00, bytes);
      case 1 -> base58(Chain.LTC, 0x32, bytes);
      case 2 -> base58(Chain.TRON, 0x41, bytes);
      case 3 -> new Written(Chain.BCH, cash(bytes));
      case 4 -> new Written(Chain.EVM, evm(bytes));
      case 5 -> new Written(Chain.XRP, Base58Check.encode(Base58.RIPPLE, payload(0, 20, bytes)));
      case 6 -> new Written(Chain.XMR, monero(18, 64, bytes));
      case 7 -> new Written(Chain.XMR, monero(19, 72, bytes));
      case 8 -> new Written(Chain.BTC, Bech32Writer.address("bc", 1, Arrays.copyOf(bytes, 32)));
      default -> throw new IllegalArgumentException();
    };
  }

  private static Written base58(Chain chain, int version, byte[] bytes) {
    return new Written(chain, Base58Check.encode(Base58.BITCOIN, payload(version, 20, bytes)));
  }

  private static String cash(byte[] bytes) {
    return CashAddr.address(Form.CASHADDR_P2PKH, Arrays.copyOf(bytes, 20)).display();
  }

  /// Of letters alone, so that each of the forty carries a bit of the checksum.
  private static String evm(byte[] bytes) {
    var letters = Arrays.copyOf(bytes, 20);
    for (int i = 0; i < letters.length; i++) {
      letters[i] |= (byte) 0xAA;
    }
    return Addresses.read(Chain.EVM, "0x" + HexFormat.of().formatHex(letters)).display();
  }

  private static byte[] payload(int version, int length, byte[] bytes) {
    var payload = new byte[length + 1];
    payload[0] = (byte) version;
    System.arraycopy(bytes, 0, payload, 1, length);
    return payload;
  }

  private static String monero(int network, int length, byte[] bytes) {
    var payload = payload(network, length, bytes);
    var whole = Arrays.copyOf(payload, payload.length + 4);
    System.arraycopy(Keccak.of(payload, payload.length), 0, whole, payload.length, 4);
    return MoneroBase58.encode(whole);
  }

  @Test
  void the_writer_of_bech32_agrees_with_a_published_address() {
    var program = HexFormat.of().parseHex("751e76e8199196d454941c45d1b3a323f1433bd6");
    assertEquals(
        "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4", Bech32Writer.address("bc", 0, program));
  }
}
