package org.entente.kit.cli;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.entente.kit.prepare.Preparation;
import org.entente.kit.prepare.WalletReading;
import org.entente.stix.address.Chain;
import org.entente.stix.marking.OnwardRelease;
import org.entente.stix.marking.Recipient;
import org.entente.stix.marking.Releasability;
import org.entente.stix.marking.Tlp;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/// What is to be added to objects that lack it.
final class Preparing {

  private static final Pattern IDENTITY =
      Pattern.compile("identity--[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  @Option(
      names = "--tlp",
      required = true,
      paramLabel = "LEVEL",
      description = "For objects without one: clear, green, amber, amber+strict, red.")
  @SuppressWarnings("NullAway.Init") // Picocli sets it.
  private String tlp;

  @Option(
      names = "--producer",
      paramLabel = "ID",
      description = "Identity of who passes on objects that nobody signed with created_by_ref.")
  private @Nullable String producer;

  @Option(
      names = "--releasable-to",
      paramLabel = "PLACE",
      description =
          "Only this partner (eu), agency (eu/cert-eu) or role (eu/cert-eu/liaison), or its URN, may"
              + " see objects that name nobody; repeatable.")
  private List<String> places = List.of();

  @Option(
      names = "--onward",
      paramLabel = "WORD",
      description =
          "With --releasable-to, whether they may pass it on: permitted, originator-consent"
              + " (default), prohibited.")
  private String onward = OnwardRelease.ORIGINATOR_CONSENT.label();

  @Option(
      names = "--wallet-extension",
      description = "Add to wallets what their address says: chain, form, tag, key.")
  private boolean wallets;

  @Option(
      names = "--wallet-chain",
      paramLabel = "CHAIN",
      description =
          "Chain of wallets whose address does not show it, such as 3… or Solana's; else they are"
              + " left as they are. A ticker, name or CAIP-2 id; implies --wallet-extension.")
  private @Nullable String chain;

  /// @param usage makes the complaint about a word that is none
  Preparation preparation(Function<String, ParameterException> usage) {
    Tlp level = Tlp.ofLabel(tlp).orElseThrow(() -> usage.apply(tlp + " is no level of TLP 2.0."));
    if (producer != null && !IDENTITY.matcher(producer).matches()) {
      throw usage.apply("--producer is the STIX id of an identity.");
    }
    return new Preparation(
        level, Optional.ofNullable(producer), releasability(usage), reading(usage));
  }

  private Optional<Releasability> releasability(Function<String, ParameterException> usage) {
    OnwardRelease word =
        OnwardRelease.ofLabel(onward)
            .orElseThrow(
                () -> usage.apply("--onward is permitted, originator-consent or prohibited."));
    Set<Recipient> to =
        places.stream().map(place -> Place.named(place, usage)).collect(Collectors.toSet());
    return to.isEmpty() ? Optional.empty() : Optional.of(new Releasability(to, word, false));
  }

  private Optional<WalletReading> reading(Function<String, ParameterException> usage) {
    Optional<Chain> named = Optional.ofNullable(chain).flatMap(Chain::of);
    if (chain != null && named.isEmpty()) {
      throw usage.apply(chain + " is no chain whose addresses can be read.");
    }
    return wallets || chain != null ? Optional.of(new WalletReading(named)) : Optional.empty();
  }
}
