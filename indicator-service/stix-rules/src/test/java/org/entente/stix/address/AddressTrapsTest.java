package org.entente.stix.address;

import static org.entente.stix.address.AddressRejected.Code.ADDRESS_BECH32_VARIANT;
import static org.entente.stix.address.AddressRejected.Code.ADDRESS_CASE_LOST;
import static org.entente.stix.address.AddressRejected.Code.ADDRESS_CHARACTER;
import static org.entente.stix.address.AddressRejected.Code.ADDRESS_CHECKSUM;
import static org.entente.stix.address.AddressRejected.Code.ADDRESS_IS_HASH;
import static org.entente.stix.address.AddressRejected.Code.ADDRESS_IS_SECRET;
import static org.entente.stix.address.AddressRejected.Code.ADDRESS_PREFIX;
import static org.entente.stix.address.AddressRejected.Code.ADDRESS_TAG;
import static org.entente.stix.address.AddressRejected.Code.ADDRESS_WRONG_CHAIN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.entente.stix.address.Candidate.Certainty;
import org.junit.jupiter.api.Test;

/// What goes wrong with addresses in practice.
class AddressTrapsTest {

  private static final String TRON = "TXEsK1sEsKjZ1xtHitnyAAoqw3WLdYdRNW";
  private static final String EVM = "0xe950dc316b836e4eefb8308bf32bf7c72a1358ff";
  private static final String LEGACY = "1BpEi6DfDAUFd7GtittLSdBeYJvcoaVggu";
  private static final String CASH = "bitcoincash:qpm2qsznhks23z7629mms6s4cwef74vcwvy22gdx6a";
  private static final String MONERO =
      "4AdUndXHHZ6cfufTMvppY6JwXNouMBzSkbLYfpAV5Usx3skxNgYeYTRj5UzqtReoS44qo9mtmXCqY45DJ852K5Jv2684Rge";
  private static final String WITH_PAYMENT_ID =
      "4LL9oSLmtpccfufTMvppY6JwXNouMBzSkbLYfpAV5Usx3skxNgYeYTRj5UzqtReoS44qo9mtmXCqY45DJ852K5Jv2bYXZKKQePHES9khPK";

  @Test
  void an_address_of_another_chain_is_refused_with_its_own_name() {
    var e = refused(Chain.BTC, "TUCsTq7TofTCJRRoHk6RvhMoS2mJLm5Yzq");
    assertEquals(ADDRESS_WRONG_CHAIN, e.code());
    assertTrue(e.reason().contains("TRON form"), e.reason());
    assertEquals(ADDRESS_WRONG_CHAIN, refused(Chain.EVM, TRON).code());
    assertEquals(ADDRESS_WRONG_CHAIN, refused(Chain.TRON, EVM).code());
  }

  @Test
  void lost_case_is_named_as_such() {
    var published = "tniq9axbp9ejuqhdhrwrfvaa8u3guqzh81";
    for (var chain : List.of(Chain.TRON, Chain.BTC, Chain.XRP)) {
      var e = refused(chain, published);
      assertEquals(ADDRESS_CASE_LOST, e.code());
      assertTrue(e.reason().startsWith("case lost"), e.reason());
    }
    assertEquals(ADDRESS_CASE_LOST, refused(Chain.XMR, MONERO.toLowerCase(Locale.ROOT)).code());
    assertThrows(AddressRejected.class, () -> Addresses.requireUnknown(published));
  }

  @Test
  void a_hash_is_not_an_address() {
    var hash = "5be5543ff73456ab9f2d207887e2af87322c651ea1a873c5b25b7ffae456c320";
    assertEquals(ADDRESS_IS_HASH, refused(Chain.XMR, hash).code());
    assertEquals(ADDRESS_IS_HASH, refused(Chain.EVM, "0x" + hash).code());
  }

  @Test
  void taproot_in_the_old_checksum_is_refused_with_a_hint() {
    var e =
        refused(
            Chain.BTC,
            "bc1pw508d6qejxtdg4y5r3zarvary0c5xw7kw508d6qejxtdg4y5r3zarvary0c5xw7k7grplx");
    assertEquals(ADDRESS_BECH32_VARIANT, e.code());
    assertTrue(e.reason().contains("bech32m"), e.reason());
  }

  @Test
  void a_silent_payment_string_is_no_address() {
    assertEquals(ADDRESS_PREFIX, refused(Chain.BTC, "sp1q" + "q".repeat(112)).code());
  }

  @Test
  void a_letter_of_another_alphabet_is_named() {
    var e = refused(Chain.EVM, EVM.substring(0, 41) + "\u0430");
    assertEquals(ADDRESS_CHARACTER, e.code());
    assertEquals(ADDRESS_CHARACTER, refused(Chain.BTC, LEGACY.substring(0, 33) + "\u0435").code());
  }

  @Test
  void a_wrong_mixed_case_checksum_is_refused_and_one_case_accepted_with_a_remark() {
    assertEquals(
        ADDRESS_CHECKSUM, refused(Chain.EVM, "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAeD").code());
    assertTrue(Addresses.read(Chain.EVM, EVM).remarks().contains(Remark.NO_CHECKSUM));
    assertEquals(
        Addresses.read(Chain.EVM, EVM).key(),
        Addresses.read(Chain.EVM, EVM.toUpperCase(Locale.ROOT)).key());
  }

  @Test
  void one_key_on_two_chains_makes_two_wallets_and_one_hint() {
    var evm = Addresses.read(Chain.EVM, EVM);
    var tron = Addresses.read(Chain.TRON, TRON);
    assertNotEquals(evm.key(), tron.key());
    assertEquals(evm.hints(), tron.hints());
    assertEquals("keccak20:" + EVM.substring(2), evm.hints().getFirst().text());
  }

  @Test
  void a_key_hash_hints_across_forms_and_forks() {
    var hash = Addresses.read(Chain.BTC, LEGACY).hints();
    assertEquals(hash, Addresses.read(Chain.BCH, CASH).hints());
    assertEquals("hash160:76a04053bda0a88bda5177b86a15c3b29f559873", hash.getFirst().text());
    var segwit = Addresses.read(Chain.BTC, "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4");
    assertEquals(KeyHint.Kind.HASH160, segwit.hints().getFirst().kind());
  }

  @Test
  void the_legacy_twin_is_one_wallet_on_bitcoin_cash_and_another_on_bitcoin() {
    var cash = Addresses.read(Chain.BCH, CASH);
    var twin = Addresses.read(Chain.BCH, LEGACY);
    assertEquals(cash.key(), twin.key());
    assertEquals(CASH, twin.display());
    assertNotEquals(cash.key(), Addresses.read(Chain.BTC, LEGACY).key());
    assertEquals(cash.key(), Addresses.read(Chain.BCH, CASH.substring(12)).key());
    assertEquals(cash.key(), Addresses.read(Chain.BCH, CASH.toUpperCase(Locale.ROOT)).key());
  }

  @Test
  void litecoins_two_script_forms_are_one_wallet() {
    var old = Addresses.read(Chain.LTC, "3FLj1iFqS359KvBXeaStPgqX7hgyifVKbN");
    assertTrue(old.display().startsWith("M"));
    assertEquals(old.key(), Addresses.read(Chain.LTC, old.display()).key());
  }

  @Test
  void destination_tags_part_one_account_into_different_indicators() {
    var tagged = Addresses.read(Chain.XRP, "X7AcgcsBL6XDcUb289X4mJ8djcdyKaLFuhLRuNXPrDeJd9A");
    var plain = Addresses.read(Chain.XRP, "X7AcgcsBL6XDcUb289X4mJ8djcdyKaB5hJDWMArnXr61cqZ");
    assertEquals("11747", tagged.tag());
    assertEquals(tagged.account(), plain.account());
    assertNotEquals(tagged.key(), plain.key());
    var classic = "r9cZA1mLK5R5Am25ArfXFmqgNwjZgnfk59";
    for (var form : List.of("-11747", ":11747", "?dt=11747")) {
      assertEquals(tagged.key(), Addresses.read(Chain.XRP, classic + form).key());
    }
    assertEquals(tagged.key(), Addresses.read(Chain.XRP, classic).withTag("11747").key());
    assertEquals(ADDRESS_TAG, refused(Chain.XRP, classic + "-4294967296").code());
    assertThrows(AddressRejected.class, () -> tagged.withTag("1"));
  }

  @Test
  void a_payment_id_is_told_apart_from_its_account() {
    var integrated = Addresses.read(Chain.XMR, WITH_PAYMENT_ID);
    var standard = Addresses.read(Chain.XMR, MONERO);
    assertEquals(standard.key(), integrated.account());
    assertNotEquals(standard.key(), integrated.key());
    assertEquals(integrated.key(), standard.withTag(integrated.tag()).key());
    assertEquals(16, integrated.tag().length());
  }

  @Test
  void chains_without_tags_refuse_them() {
    var bitcoin = Addresses.read(Chain.BTC, LEGACY);
    assertEquals(
        ADDRESS_TAG, assertThrows(AddressRejected.class, () -> bitcoin.withTag("1")).code());
  }

  @Test
  void tron_in_hexadecimal_is_the_same_wallet() {
    var hex = Addresses.read(Chain.TRON, "41" + EVM.substring(2));
    assertEquals(Addresses.read(Chain.TRON, TRON).key(), hex.key());
    assertEquals(Form.TRON_HEX, hex.form());
  }

  @Test
  void a_form_of_several_chains_is_ambiguous_and_a_form_of_one_is_not() {
    assertEquals(
        List.of(Chain.BTC, Chain.LTC, Chain.BCH, Chain.BSV),
        chains("3FLj1iFqS359KvBXeaStPgqX7hgyifVKbN"));
    assertEquals(List.of(Chain.TRON), chains(TRON));
    assertEquals(List.of(Chain.EVM), chains(EVM));
    assertEquals(List.of(Chain.XMR), chains(MONERO));
    assertEquals(List.of(Chain.BCH), chains(CASH));
    assertEquals(List.of(Chain.XRP), chains("r9cZA1mLK5R5Am25ArfXFmqgNwjZgnfk59"));
    assertEquals(List.of(Chain.BTC, Chain.BCH, Chain.BSV), chains(LEGACY));
  }

  @Test
  void thirty_two_bytes_are_solana_only_weakly() {
    var found = Addresses.recognise("833XorXTTx5iya5B3Tr6iqEs9GbRuvVfwyLCP2vpdzhq");
    assertEquals(1, found.size());
    assertEquals(Certainty.WEAK, found.getFirst().certainty());
  }

  @Test
  void solana_is_recognised_whatever_letter_it_begins_with() {
    for (int first = 0; first < 256; first++) {
      var bytes = new byte[32];
      Arrays.fill(bytes, (byte) first);
      var text = Base58.BITCOIN.encode(bytes);
      if (text.length() > 36) {
        assertEquals(List.of(Chain.SOL), chains(text), text);
      }
    }
  }

  @Test
  void a_private_key_is_refused_without_being_repeated() {
    var key = "5JuW2AMDYu4xVwRG9DZW18VbzQrGcd5RCgb99sS6ehJsNQXu5b9";
    for (var chain : Chain.values()) {
      var e = refused(chain, key);
      assertEquals(ADDRESS_IS_SECRET, e.code());
      assertFalse(e.toString().contains(key.substring(0, 8)));
    }
  }

  private static List<Chain> chains(String text) {
    return Addresses.recognise(text).stream().map(found -> found.address().chain()).toList();
  }

  private static AddressRejected refused(Chain chain, String text) {
    return assertThrows(AddressRejected.class, () -> Addresses.read(chain, text));
  }
}
