package org.entente.bench.micro;

import org.entente.stix.address.Address;
import org.entente.stix.address.Addresses;
import org.entente.stix.address.Chain;
import org.entente.stix.observable.Identified;
import org.entente.stix.observable.Observables;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Addresses a second of one core, from text to key, one form of each encoding. */
@State(Scope.Benchmark)
public class AddressReading {

  /** Chain and address; the dearest of each encoding. */
  @Param({
    "BTC 1BpEi6DfDAUFd7GtittLSdBeYJvcoaVggu",
    "BTC bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0",
    "BCH bitcoincash:qpm2qsznhks23z7629mms6s4cwef74vcwvy22gdx6a",
    "EVM 0x51E9d833Ecae4E8D9D8Be17300AEE6D3398C135D",
    "TRON TXEsK1sEsKjZ1xtHitnyAAoqw3WLdYdRNW",
    "XRP X7AcgcsBL6XDcUb289X4mJ8djcdyKaLFuhLRuNXPrDeJd9A",
    "SOL 833XorXTTx5iya5B3Tr6iqEs9GbRuvVfwyLCP2vpdzhq",
    "XMR 4LL9oSLmtpccfufTMvppY6JwXNouMBzSkbLYfpAV5Usx3skxNgYeYTRj5UzqtReoS44qo9mtmXCqY45DJ852K5Jv2bYXZKKQePHES9khPK"
  })
  public String written = "";

  private Chain chain = Chain.BTC;
  private String text = "";

  /** Every address must be right, which JMH sees by the exception: a refused one stops the run. */
  @Setup
  public void split() {
    int space = written.indexOf(' ');
    chain = Chain.valueOf(written.substring(0, space));
    text = written.substring(space + 1);
  }

  /** With the chain declared, as content has it. */
  @Benchmark
  public Address reading() {
    return Addresses.read(chain, text);
  }

  /** With nothing known, as look-ups have it: also searched for secrets, and restored. */
  @Benchmark
  public Identified identifying() {
    return Observables.identify(text);
  }
}
