package org.entente.stix.address;

import static org.entente.stix.address.AddressRejected.Code.ADDRESS_LENGTH;
import static org.entente.stix.address.AddressRejected.Code.ADDRESS_TAG;
import static org.entente.stix.address.AddressRejected.Code.ADDRESS_VERSION;

import java.util.Arrays;
import java.util.List;

/// The XRP Ledger: a classic address, alone or followed by a tag, or both packed into an X-address
/// (XLS-5). Customers of one exchange differ only by their tags.
final class Xrp {

  private static final int ACCOUNT = 20;
  private static final int PACKED = 31;
  private static final int LONGEST = 35;
  private static final int PACKED_LENGTH = 47;

  private Xrp() {}

  /// Whether a text of unknown chain has the outer shape: an account, tagged or not, or 47 digits.
  static boolean looksLike(String text) {
    boolean account = text.startsWith("r") && (text.length() <= LONGEST || tagMark(text) > 0);
    return account || text.length() == PACKED_LENGTH;
  }

  static Address read(Chain chain, String text) {
    int mark = tagMark(text);
    if (mark > 0) {
      var tag =
          text.substring(text.indexOf('=', mark) < 0 ? mark + 1 : text.indexOf('=', mark) + 1);
      return classic(chain, text.substring(0, mark)).withTag(tag);
    }
    return text.startsWith("X") || text.startsWith("T")
        ? packed(chain, text)
        : classic(chain, text);
  }

  /// Where a tag begins: `r…-495` (CAIP-10), `r…:495`, or `r…?dt=495` (payment links).
  private static int tagMark(String text) {
    for (int i = 1; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '-' || c == ':' || text.startsWith("?dt=", i)) {
        return i;
      }
    }
    return -1;
  }

  private static Address classic(Chain chain, String text) {
    var payload = Base58Check.decode(Base58.RIPPLE, text);
    if (payload.length != ACCOUNT + 1 || payload[0] != 0) {
      throw new AddressRejected(ADDRESS_VERSION, "its checksum is right, but it is no XRP account");
    }
    return Address.plain(chain, Form.XRP_CLASSIC, text, Remarks.of(chain));
  }

  private static Address packed(Chain chain, String text) {
    var payload = Base58Check.decode(Base58.RIPPLE, text);
    if (payload.length != PACKED) {
      throw new AddressRejected(ADDRESS_LENGTH, "an X-address holds 31 bytes, this does not");
    }
    requireNetwork(chain, ((payload[0] & 0xFF) << 8) | (payload[1] & 0xFF));
    var account = new byte[ACCOUNT + 1];
    System.arraycopy(payload, 2, account, 1, ACCOUNT);
    var classic = Base58Check.encode(Base58.RIPPLE, account);
    return new Address(
        chain,
        Form.XRP_X_ADDRESS,
        classic,
        chain.caip2() + ":" + classic,
        tag(payload[22], Arrays.copyOfRange(payload, 23, PACKED)),
        List.of(),
        Remarks.of(chain));
  }

  private static void requireNetwork(Chain chain, int prefix) {
    int expected = chain.test() ? 0x0493 : 0x0544;
    if (prefix != expected) {
      throw new AddressRejected(
          ADDRESS_VERSION, "its checksum is right, but it is no X-address of " + chain.title());
    }
  }

  private static String tag(int flag, byte[] littleEndian) {
    long value = 0;
    for (int i = littleEndian.length - 1; i >= 0; i--) {
      value = (value << 8) | (littleEndian[i] & 0xFF);
    }
    if (flag == 0 && value == 0) {
      return "";
    }
    if (flag != 1 || value < 0 || value > Tags.HIGHEST) {
      throw new AddressRejected(ADDRESS_TAG, "its tag is not a number of 32 bits");
    }
    return Long.toString(value);
  }
}
