package org.entente.stix.address;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HexFormat;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.bitcoinj.base.AddressParser;
import org.bitcoinj.base.BitcoinNetwork;
import org.bitcoinj.base.LegacyAddress;
import org.bitcoinj.base.SegwitAddress;
import org.bitcoinj.base.exceptions.AddressFormatException;

/// An independent implementation as oracle.
class BitcoinjAgreementTest {

  private static final AddressParser ORACLE = AddressParser.getDefault(BitcoinNetwork.MAINNET);

  @Property(tries = 300)
  void what_the_oracle_writes_is_read_with_the_same_key(@ForAll @Size(20) byte[] hash) {
    var pkh = LegacyAddress.fromPubKeyHash(BitcoinNetwork.MAINNET, hash).toBase58();
    var read = Addresses.read(Chain.BTC, pkh);
    assertEquals(Form.P2PKH, read.form());
    assertEquals(HexFormat.of().formatHex(hash), read.hints().getFirst().hex());
    var script = LegacyAddress.fromScriptHash(BitcoinNetwork.MAINNET, hash).toBase58();
    assertEquals(Form.P2SH, Addresses.read(Chain.BTC, script).form());
    var segwit = SegwitAddress.fromHash(BitcoinNetwork.MAINNET, hash).toBech32();
    assertEquals(read.hints(), Addresses.read(Chain.BTC, segwit).hints());
  }

  @Property(tries = 300)
  void witness_programs_of_every_version_agree(
      @ForAll @IntRange(min = 1, max = 16) int version,
      @ForAll @Size(min = 2, max = 40) byte[] program) {
    if (version == 1 && program.length != 32) {
      // The oracle refuses what the standard leaves open.
      return;
    }
    var text = SegwitAddress.fromProgram(BitcoinNetwork.MAINNET, version, program).toBech32();
    assertEquals(Bech32Writer.address("bc", version, program), text);
    assertEquals(Chain.BTC.caip2() + ":" + text, Addresses.read(Chain.BTC, text).key());
  }

  @Property(tries = 1000)
  void both_refuse_the_same_damage(
      @ForAll @Size(20) byte[] hash,
      @ForAll boolean segwit,
      @ForAll int place,
      @ForAll char other) {
    var text =
        segwit
            ? SegwitAddress.fromHash(BitcoinNetwork.MAINNET, hash).toBech32()
            : LegacyAddress.fromPubKeyHash(BitcoinNetwork.MAINNET, hash).toBase58();
    int at = Math.floorMod(place, text.length());
    var damaged = text.substring(0, at) + (char) ('!' + other % 90) + text.substring(at + 1);
    if (accepted(damaged)) {
      assertTrue(Addresses.read(Chain.BTC, damaged).key().endsWith(damaged));
    } else {
      assertThrows(AddressRejected.class, () -> Addresses.read(Chain.BTC, damaged));
    }
  }

  private static boolean accepted(String text) {
    try {
      ORACLE.parseAddress(text);
      return true;
    } catch (AddressFormatException e) {
      return false;
    }
  }
}
