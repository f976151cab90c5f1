package org.entente.stix.address;

/// Writes segwit addresses for tests; production only reads them.
final class Bech32Writer {

  private Bech32Writer() {}

  static String address(String prefix, int version, byte[] program) {
    var digits = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
    var data = digits.charAt(version) + Bits.of(program).text();
    long sum = Bits.groups(data + "qqqqqq", 0).fold(Bech32::step, Bech32.expand(prefix));
    sum ^= version == 0 ? 1 : 0x2bc830a3;
    var checksum = new StringBuilder();
    for (int i = 5; i >= 0; i--) {
      checksum.append(digits.charAt((int) (sum >> (5 * i)) & 31));
    }
    return prefix + "1" + data + checksum;
  }
}
