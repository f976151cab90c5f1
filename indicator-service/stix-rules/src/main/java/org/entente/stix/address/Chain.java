package org.entente.stix.address;

import java.util.Optional;

/// A chain whose addresses we can read, with its CAIP-2 id.
///
/// All EVM chains are one: an account there is a key, not a place, so its id is `eip155:0`, which
/// the namespace reserves for an account on no particular chain. Forks of Bitcoin carry the hash of
/// their first own block (BIP-122). CASA has no namespace for TRON and no published id for Bitcoin
/// Gold: `tron:0x2b6653dc` is the wallets' convention, `slip44:156` is ours.
public enum Chain {
  BTC("bip122:000000000019d6689c085ae165831e93", "Bitcoin"),
  BCH("bip122:000000000000000000651ef99cb9fcbe", "Bitcoin Cash"),
  LTC("bip122:12a765e31ffd4059bada1e25190f6e98", "Litecoin"),
  EVM("eip155:0", "EVM"),
  TRON("tron:0x2b6653dc", "TRON"),
  XRP("xrpl:0", "XRP Ledger"),
  SOL("solana:5eykt4UsFv8P8NJdTREpY1vzqKqZKvdp", "Solana"),
  XMR("monero:418015bb9ae982a1975da7d79277c270", "Monero"),
  DOGE("bip122:1a91e3dace36e2be3bf030a65679fe82", "Dogecoin"),
  DASH("bip122:00000ffd590b1485b3caadc19b22e637", "Dash"),
  ZEC("bip122:00040fe8ec8471911baa1db1266ea15d", "Zcash"),
  BSV("bip122:000000000000000001d956714215d96f", "Bitcoin SV"),
  BTG("slip44:156", "Bitcoin Gold"),
  XVG("bip122:00000fc63692467faeb20cdb3b53200d", "Verge"),
  BTC_TESTNET("bip122:000000000933ea01ad0ee984209779ba", "Bitcoin test network"),
  LTC_TESTNET("bip122:4966625a4b2851d9fdee139e56211a0d", "Litecoin test network"),
  DOGE_TESTNET("bip122:bb0a78264637406b6360aad926284d54", "Dogecoin test network"),
  XRP_TESTNET("xrpl:1", "XRP Ledger test network"),
  XRP_DEVNET("xrpl:2", "XRP Ledger development network"),
  SOL_TESTNET("solana:4uhcVJyU9pJkvQyS88uRDiswHXSCkY3z", "Solana test network"),
  SOL_DEVNET("solana:EtWTRABZaYq6iMfeYKouRu166VU2xqa1", "Solana development network");

  private final String caip2;
  private final String title;

  Chain(String caip2, String title) {
    this.caip2 = caip2;
    this.title = title;
  }

  /// The chain's id as CAIP-2 writes it; the first part of every key on this chain.
  public String caip2() {
    return caip2;
  }

  /// The name people know the chain by.
  public String title() {
    return title;
  }

  /// Whether nothing of value moves on it.
  public boolean test() {
    return name().endsWith("NET");
  }

  /// The chain a producer means by a CAIP-2 id, a ticker or a name, in any case; empty when it
  /// names none or, like `USDT`, an asset that lives on several.
  public static Optional<Chain> of(String named) {
    return ChainNames.find(named);
  }
}
