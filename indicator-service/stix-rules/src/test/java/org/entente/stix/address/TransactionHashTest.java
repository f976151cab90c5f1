package org.entente.stix.address;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class TransactionHashTest {

  private static final String BYBIT =
      "46deef0f52e3a983b67abf4714448a41dd7ffd6d32d32da69d62081c68ad7882";

  @Test
  void a_hash_has_one_key_however_it_is_written() {
    var key = "eip155:0:tx:0x" + BYBIT;
    assertEquals(key, TransactionHash.read(Chain.EVM, "0x" + BYBIT).key());
    assertEquals(key, TransactionHash.read(Chain.EVM, BYBIT.toUpperCase(Locale.ROOT)).key());
    assertEquals(
        Chain.BTC.caip2() + ":tx:" + BYBIT, TransactionHash.read(Chain.BTC, "0x" + BYBIT).key());
  }

  @Test
  void solana_names_transactions_by_64_bytes() {
    var signature = Base58.BITCOIN.encode(new byte[64]);
    assertEquals(
        Chain.SOL.caip2() + ":tx:" + signature, TransactionHash.read(Chain.SOL, signature).key());
    assertThrows(AddressRejected.class, () -> TransactionHash.read(Chain.SOL, BYBIT));
  }

  @Test
  void an_address_is_no_hash() {
    var address = "0x47666Fab8bd0Ac7003bce3f5C3585383F09486E2";
    assertThrows(AddressRejected.class, () -> TransactionHash.read(Chain.EVM, address));
  }
}
