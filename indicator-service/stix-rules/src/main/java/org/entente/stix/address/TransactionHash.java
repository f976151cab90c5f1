package org.entente.stix.address;

import static org.entente.stix.address.AddressRejected.Code.ADDRESS_CHARACTER;
import static org.entente.stix.address.AddressRejected.Code.ADDRESS_LENGTH;

import java.util.HexFormat;
import java.util.Locale;

/// The hash by which a chain names a transaction. Nothing in it tells the chain or whether it is
/// right, so the chain has to be declared.
///
/// @param chain where the transaction is
/// @param hash lower case, with `0x` on EVM; on Solana the Base58 of its first signature
public record TransactionHash(Chain chain, String hash) {

  private static final int SIGNATURE = 64;

  /// Reads a hash as it is commonly written; `0x` may be missing on EVM and present elsewhere.
  ///
  /// @throws AddressRejected when it is not of that chain's form
  public static TransactionHash read(Chain chain, String text) {
    return switch (chain) {
      case SOL, SOL_TESTNET, SOL_DEVNET -> signature(chain, text);
      case EVM -> new TransactionHash(chain, "0x" + hex(text));
      default -> new TransactionHash(chain, hex(text));
    };
  }

  /// `<caip2>:tx:<hash>`.
  public String key() {
    return chain.caip2() + ":tx:" + hash;
  }

  private static TransactionHash signature(Chain chain, String text) {
    if (Base58.BITCOIN.decode(text).length != SIGNATURE) {
      throw new AddressRejected(ADDRESS_LENGTH, "a Solana transaction is named by 64 bytes");
    }
    return new TransactionHash(chain, text);
  }

  private static String hex(String text) {
    var digits = text.startsWith("0x") || text.startsWith("0X") ? text.substring(2) : text;
    if (digits.length() != 64) {
      throw new AddressRejected(ADDRESS_LENGTH, "a transaction hash has 64 hexadecimal digits");
    }
    if (!digits.chars().allMatch(HexFormat::isHexDigit)) {
      throw new AddressRejected(ADDRESS_CHARACTER, "it has more than hexadecimal digits");
    }
    return digits.toLowerCase(Locale.ROOT);
  }
}
