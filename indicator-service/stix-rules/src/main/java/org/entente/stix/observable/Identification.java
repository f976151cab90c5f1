package org.entente.stix.observable;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.entente.stix.address.AddressRejected;
import org.entente.stix.address.Addresses;
import org.entente.stix.address.Chain;
import org.entente.stix.address.Secrets;

/// Tells what a pasted value is.
final class Identification {

  private static final Pattern BITCOIN_LINK =
      Pattern.compile("(?i)^(bitcoin|ethereum|litecoin|tron|solana|monero|ripple):([^?/@]+).*");
  private static final Pattern PORT = Pattern.compile("^([^:/]+):\\d{1,5}$");

  private final List<Guess> guesses = new ArrayList<>();
  private final EnumSet<Note> notes = EnumSet.noneOf(Note.class);

  private Identification() {}

  static Identified of(String pasted) {
    var secrets = Secrets.find(pasted);
    if (!secrets.isEmpty()) {
      throw new ObservableRejected(
          AddressRejected.Code.ADDRESS_IS_SECRET.name(),
          "it is " + secrets.getFirst().kind().text() + ": treat it as stolen");
    }
    var bare = Wrapping.remove(pasted);
    var text = Refang.restore(bare);
    var found = new Identification();
    if (!text.equals(bare)) {
      found.notes.add(Note.DEFANGED);
    }
    found.look(text);
    if (found.guesses.isEmpty()) {
      throw new ObservableRejected("VALUE_UNRECOGNISED", "it has no form known here");
    }
    return new Identified(found.guesses, found.notes);
  }

  private void look(String text) {
    if (ownKey(text) || network(text) || hash(text) || wallet(text)) {
      return;
    }
    named(text);
  }

  /// A key as we write it, read again so that nothing uncanonical passes.
  private boolean ownKey(String text) {
    var key = ObservableKey.parse(text);
    if (key.isEmpty() || Urls.looksLike(text)) {
      return false;
    }
    switch (key.get().kind()) {
      case WALLET, TRANSACTION -> caip(text);
      case DOMAIN, URL, IPV4, IPV6, EMAIL, MAC -> look(key.get().value());
      case PACKAGE -> add(Packages.key(key.get().value()), Strength.EXACT);
      case MD5, SHA1, SHA256, SHA512, SHA3_256, SHA3_512, SSDEEP, TLSH ->
          add(Hashes.key(key.get().kind(), key.get().value()), Strength.EXACT);
      case ACCOUNT, TELEGRAM, REGISTRY_KEY, OTHER -> add(key.get(), Strength.EXACT);
    }
    return true;
  }

  private void caip(String text) {
    var caip =
        Caip.read(text)
            .orElseThrow(
                () -> new ObservableRejected("VALUE_UNRECOGNISED", "its chain is not known here"));
    if (caip.rest().startsWith("tx:")) {
      var declared = Declared.chain(caip.chain());
      take(Wallets.transaction(caip.rest().substring(3), declared), Strength.EXACT);
    } else if (caip.cash()) {
      add(new ObservableKey(Kind.WALLET, text), Strength.EXACT);
    } else {
      declaredWallet(caip.chain(), caip.rest());
    }
  }

  private void declaredWallet(Chain chain, String text) {
    try {
      var address = Addresses.read(chain, text);
      add(Wallets.key(address), Strength.EXACT);
      notes.addAll(Wallets.notes(address));
      if (address.tagged()) {
        add(new ObservableKey(Kind.WALLET, address.account()), Strength.PART);
      }
    } catch (AddressRejected e) {
      throw ObservableRejected.of(e);
    }
  }

  private boolean network(String text) {
    var port = PORT.matcher(text);
    if (port.matches() && Ipv4.looksLike(port.group(1))) {
      add(Ipv4.key(port.group(1)), Strength.PART);
    } else if (Ipv4.looksLike(text)) {
      add(Ipv4.key(text), Strength.EXACT);
    } else if (Macs.looksLike(text)) {
      add(Macs.key(text), Strength.EXACT);
    } else if (Ipv6.looksLike(text)) {
      add(Ipv6.key(text), Strength.EXACT);
    }
    return !guesses.isEmpty();
  }

  private boolean hash(String text) {
    switch (text.length()) {
      case 32 -> hexadecimal(Kind.MD5, text, Strength.EXACT);
      case 40 -> fortyDigits(text);
      case 64 -> hexadecimal(Kind.SHA256, text, Strength.AMBIGUOUS);
      case 128 -> hexadecimal(Kind.SHA512, text, Strength.EXACT);
      default -> {}
    }
    var transactions = Transactions.possible(text);
    if (text.length() <= 66 && !transactions.isEmpty()) {
      notes.add(Note.POSSIBLE_PRIVATE_KEY);
    }
    var strength = transactions.size() == 1 ? Strength.EXACT : Strength.AMBIGUOUS;
    transactions.forEach(key -> add(key, strength));
    return !guesses.isEmpty();
  }

  /// SHA-1, unless an EVM address lost its beginning.
  private void fortyDigits(String text) {
    hexadecimal(Kind.SHA1, text, Strength.EXACT);
    for (var candidate : Addresses.recognise("0x" + text)) {
      add(Wallets.key(candidate.address()), Strength.WEAK);
    }
  }

  private void hexadecimal(Kind kind, String text, Strength strength) {
    if (Hashes.isHex(text, text.length())) {
      add(Hashes.key(kind, text), strength);
    }
  }

  private boolean wallet(String text) {
    var link = BITCOIN_LINK.matcher(text);
    if (link.matches()) {
      Chain.of(link.group(1)).ifPresent(chain -> declaredWallet(chain, link.group(2)));
      return true;
    }
    for (var candidate : Addresses.recognise(text)) {
      var address = candidate.address();
      add(Wallets.key(address), Wallets.strength(candidate.certainty()));
      notes.addAll(Wallets.notes(address));
      if (address.tagged()) {
        add(new ObservableKey(Kind.WALLET, address.account()), Strength.PART);
      }
    }
    if (guesses.isEmpty()) {
      requireNoBrokenAddress(text);
    }
    return !guesses.isEmpty();
  }

  private static void requireNoBrokenAddress(String text) {
    try {
      Addresses.requireUnknown(text);
    } catch (AddressRejected e) {
      throw ObservableRejected.of(e);
    }
  }

  private void named(String text) {
    if (text.startsWith("pkg:")) {
      add(Packages.key(text), Strength.EXACT);
    } else if (text.regionMatches(true, 0, "mailto:", 0, 7)) {
      take(Emails.observe(text.substring(7)), Strength.EXACT);
    } else if (Urls.looksLike(text)) {
      page(text);
    } else if (text.indexOf('/') > 0 && text.indexOf('.') > 0) {
      pageWithoutScheme(text);
    } else if (text.indexOf('@') > 0) {
      take(Emails.observe(text), Strength.EXACT);
    } else if (text.indexOf('.') > 0) {
      var port = PORT.matcher(text);
      boolean named = port.matches();
      take(Domains.observe(named ? port.group(1) : text), named ? Strength.PART : Strength.EXACT);
    }
  }

  private void page(String text) {
    take(Urls.observe(text), Strength.EXACT);
    Optional.ofNullable(Urls.host(guesses.getFirst().key()))
        .ifPresent(host -> add(host, Strength.PART));
  }

  private void pageWithoutScheme(String text) {
    take(Urls.observe("https://" + text), Strength.AMBIGUOUS);
    take(Urls.observe("http://" + text), Strength.AMBIGUOUS);
    Optional.ofNullable(Urls.host(guesses.getFirst().key()))
        .ifPresent(host -> add(host, Strength.PART));
  }

  private void take(Observed observed, Strength strength) {
    observed.keys().forEach(key -> add(key, strength));
    notes.addAll(observed.notes());
  }

  private void add(ObservableKey key, Strength strength) {
    guesses.add(new Guess(key, strength));
  }
}
