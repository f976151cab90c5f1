package org.entente.stix.address;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.bitcoinj.base.BitcoinNetwork;
import org.bitcoinj.crypto.ECKey;
import org.bitcoinj.crypto.HDKeyDerivation;
import org.bitcoinj.crypto.MnemonicCode;
import org.junit.jupiter.api.Test;

/// Secrets are found, and next to nothing else is. The keys are published test keys or made here.
class SecretsTest {

  private static final List<String> PUBLISHED =
      List.of(
          "5JuW2AMDYu4xVwRG9DZW18VbzQrGcd5RCgb99sS6ehJsNQXu5b9",
          "L5nJeqKmpHp4P7F8ZYyjwc5a7P4d8EabuGAzfGJk7yC1BJyzNaEd",
          "92ZdE5HoLafywnTBbzPxbvRmp75pSfzvdU3XaZGh1cToipgdHVh",
          "cV83kKisF3RQSvXbUCm9ox3kaz5JjEUBWcx8tNydfGJcyeUxuH47");

  @Test
  void private_keys_are_found_where_they_stand() {
    for (var key : PUBLISHED) {
      var found = Secrets.find("seized on 2026-03-01: " + key + ", see report");
      assertEquals(List.of(new Secret(Secret.Kind.WIF_PRIVATE_KEY, 22, 22 + key.length())), found);
    }
  }

  @Property(tries = 100)
  void every_private_key_is_found(@ForAll @Size(32) @From("scalars") byte[] secret) {
    var key = ECKey.fromPrivate(secret).getPrivateKeyAsWiF(BitcoinNetwork.MAINNET);
    assertEquals(Secret.Kind.WIF_PRIVATE_KEY, Secrets.find(key).getFirst().kind());
  }

  @Property(tries = 50)
  void extended_keys_are_secret_when_they_are_private(@ForAll @Size(32) byte[] seed) {
    var master = HDKeyDerivation.createMasterPrivateKey(seed);
    var secret = master.serializePrivB58(BitcoinNetwork.MAINNET);
    assertEquals(Secret.Kind.EXTENDED_PRIVATE_KEY, Secrets.find(secret).getFirst().kind());
    assertEquals(List.of(), Secrets.find(master.serializePubB58(BitcoinNetwork.MAINNET)));
  }

  @Property(tries = 200)
  void every_seed_phrase_is_found(@ForAll("entropies") byte[] entropy, @ForAll boolean shout)
      throws Exception {
    var words = String.join(" ", MnemonicCode.INSTANCE.toMnemonic(entropy));
    var phrase = shout ? words.toUpperCase(Locale.ROOT) : words;
    var found = Secrets.find("The wallet was restored with: " + phrase + ".");
    assertEquals(1, found.size());
    assertEquals(Secret.Kind.SEED_PHRASE, found.getFirst().kind());
  }

  @Test
  void a_phrase_on_numbered_lines_is_found() {
    var numbered = new StringBuilder();
    for (int i = 1; i <= 11; i++) {
      numbered.append(i).append(". abandon\n");
    }
    assertEquals(1, Secrets.find(numbered + "12. about\n").size());
  }

  @Test
  void the_seed_of_an_xrp_account_is_found() {
    var bytes = new byte[17];
    bytes[0] = 0x21;
    var seed = Base58Check.encode(Base58.RIPPLE, bytes);
    assertEquals(Secret.Kind.XRP_SEED, Secrets.find(seed).getFirst().kind());
  }

  @Test
  void words_whose_checksum_is_wrong_are_prose() {
    assertEquals(List.of(), Secrets.find("abandon ".repeat(12)));
    assertEquals(List.of(), Secrets.find("zoo ".repeat(11)));
  }

  @Test
  void reports_addresses_and_hashes_are_not_secrets() {
    var report =
        "On 21 February 2025 attackers moved 401,347 ETH from a cold wallet to"
            + " 0x47666Fab8bd0Ac7003bce3f5C3585383F09486E2 in transaction"
            + " 0x46deef0f52e3a983b67abf4714448a41dd7ffd6d32d32da69d62081c68ad7882; parts went to"
            + " bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4 and 1BpEi6DfDAUFd7GtittLSdBeYJvcoaVggu.";
    assertEquals(List.of(), Secrets.find(report));
  }

  @Test
  void a_finding_does_not_hold_the_secret() {
    var found = Secrets.find(PUBLISHED.getFirst()).getFirst();
    assertTrue(!found.toString().contains("5JuW"));
  }

  @Test
  void a_flood_of_secrets_ends_at_32() {
    assertEquals(32, Secrets.find((PUBLISHED.getFirst() + " ").repeat(100)).size());
  }

  @Provide
  Arbitrary<byte[]> entropies() {
    return Arbitraries.of(16, 20, 24, 28, 32)
        .flatMap(size -> Arbitraries.bytes().array(byte[].class).ofSize(size));
  }

  /// Below the order of the curve, and not zero.
  @Provide
  Arbitrary<byte[]> scalars() {
    return Arbitraries.bytes().between((byte) 1, (byte) 127).array(byte[].class).ofSize(32);
  }
}
