package org.entente.stix.address;

import static org.entente.stix.address.AddressRejected.Code.ADDRESS_CHECKSUM;
import static org.entente.stix.address.AddressRejected.Code.ADDRESS_LENGTH;
import static org.entente.stix.address.AddressRejected.Code.ADDRESS_PREFIX;
import static org.entente.stix.address.AddressRejected.Code.ADDRESS_VERSION;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/// The addresses of Bitcoin Cash: a prefix that may be left out, a version byte, a hash, and a
/// checksum of forty bits. The key is made of type and hash, so that the legacy form meets it.
final class CashAddr {

  private static final String PREFIX = "bitcoincash";
  private static final int CHECKSUM = 8;
  private static final long[] GENERATOR = {
    0x98f2bc8e61L, 0x79b76d99e2L, 0xf33e5fb3c4L, 0xae2eabe2a8L, 0x1e4f43e470L
  };

  private CashAddr() {}

  /// Whether a text has the outer shape of this form.
  static boolean looksLike(String text) {
    var lower = text.toLowerCase(Locale.ROOT);
    return lower.startsWith(PREFIX + ":")
        || ((text.length() == 42 || text.length() == 61) && "qpzr".indexOf(lower.charAt(0)) >= 0);
  }

  static Address read(String text) {
    var data = Bits.groups(payload(Bech32.oneCase(text)), 0);
    if (data.count() <= CHECKSUM || data.fold(CashAddr::step, expand()) != 1) {
      throw new AddressRejected(
          ADDRESS_CHECKSUM, "its checksum is wrong: a character is not as sent");
    }
    var bytes = data.without(CHECKSUM).bytes();
    if (bytes[0] < 0) {
      throw new AddressRejected(ADDRESS_VERSION, "its version byte is reserved");
    }
    var hash = Arrays.copyOfRange(bytes, 1, bytes.length);
    boolean script = script(bytes[0] >> 3);
    boolean known = hash.length == 20 || (script && hash.length == 32);
    if (!known || hash.length != (bytes[0] & 7) * 4 + 20) {
      throw new AddressRejected(ADDRESS_LENGTH, "its hash is of an impossible length");
    }
    return address(script ? Form.CASHADDR_P2SH : Form.CASHADDR_P2PKH, hash);
  }

  /// The same account from its hash, whatever form it came in.
  static Address address(Form form, byte[] hash) {
    var script = form == Form.P2SH || form == Form.CASHADDR_P2SH;
    var legacy = form == Form.P2PKH || form == Form.P2SH;
    var hex = HexFormat.of().formatHex(hash);
    return new Address(
        Chain.BCH,
        form,
        encode(script, hash),
        Chain.BCH.caip2() + (script ? ":p2sh:" : ":p2pkh:") + hex,
        "",
        script ? List.of() : List.of(new KeyHint(KeyHint.Kind.HASH160, hex)),
        legacy ? Remarks.of(Chain.BCH, Remark.HISTORIC_FORM) : Remarks.of(Chain.BCH));
  }

  private static String encode(boolean script, byte[] hash) {
    var bytes = new byte[hash.length + 1];
    bytes[0] = (byte) ((script ? 8 : 0) | ((hash.length - 20) / 4));
    System.arraycopy(hash, 0, bytes, 1, hash.length);
    var data = Bits.of(bytes);
    long sum = data.fold(CashAddr::step, expand());
    for (int i = 0; i < CHECKSUM; i++) {
      sum = step(sum, 0);
    }
    sum ^= 1;
    var checksum = new byte[5];
    for (int i = 0; i < checksum.length; i++) {
      checksum[i] = (byte) (sum >> (32 - 8 * i));
    }
    return PREFIX + ":" + data.text() + Bits.of(checksum).text();
  }

  private static String payload(String lower) {
    int colon = lower.indexOf(':');
    if (colon >= 0 && !lower.startsWith(PREFIX + ":")) {
      throw new AddressRejected(ADDRESS_PREFIX, "its prefix is not that of Bitcoin Cash");
    }
    return lower.substring(colon + 1);
  }

  /// Types 2 and 3 are the token-aware forms of 0 and 1: same account.
  private static boolean script(int type) {
    if (type > 3) {
      throw new AddressRejected(ADDRESS_VERSION, "its version names no type of account");
    }
    return type % 2 == 1;
  }

  private static long expand() {
    long sum = 1;
    for (int i = 0; i < PREFIX.length(); i++) {
      sum = step(sum, PREFIX.charAt(i) & 31);
    }
    return step(sum, 0);
  }

  private static long step(long sum, long value) {
    long top = sum >>> 35;
    long next = ((sum & 0x07ffffffffL) << 5) ^ value;
    for (int i = 0; i < GENERATOR.length; i++) {
      next ^= -((top >> i) & 1) & GENERATOR[i];
    }
    return next;
  }
}
