package org.entente.audit.search;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.entente.audit.refusal.QueryInvalid;
import org.entente.audit.refusal.SecretInQuery;
import org.entente.stix.json.JsonObject;
import org.entente.stix.json.JsonReader;
import org.entente.stix.observable.ObservableKey;
import org.entente.stix.observable.ObservableRejected;
import org.entente.stix.observable.Observables;
import org.entente.stix.rule.DeterministicId;

/**
 * The ids a value's observable has in STIX, where they follow from the value (STIX 2.1 section
 * 2.9). Records name objects by id only, so this is all that can be asked for; objects that merely
 * mention the value have ids of their own. Pure.
 */
final class ObservableIds {

  private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{1,100}--[0-9a-f-]{36}");

  private ObservableIds() {}

  /**
   * Ids to look for, at least one.
   *
   * @param asked an object's id, or a value in whatever form somebody pasted it
   * @throws QueryInvalid when it is nothing known
   * @throws SecretInQuery when it is a private key or seed phrase
   */
  static List<String> of(String asked) {
    var text = asked.strip();
    if (ID.matcher(text).matches()) {
      return List.of(text);
    }
    Set<String> ids = new LinkedHashSet<>();
    for (var key : keys(text)) {
      add(ids, key, text);
    }
    if (ids.isEmpty()) {
      throw new QueryInvalid("no id follows from this value: search for the object's own id");
    }
    return List.copyOf(ids);
  }

  private static List<ObservableKey> keys(String text) {
    try {
      return Observables.identify(text).keys();
    } catch (ObservableRejected e) {
      if (e.secret()) {
        throw new SecretInQuery();
      }
      throw new QueryInvalid("value is no object id and no observable known here");
    }
  }

  /** Producers write what they write: the value as pasted and its canonical form are both tried. */
  private static void add(Set<String> ids, ObservableKey key, String pasted) {
    switch (key.kind()) {
      case DOMAIN -> value(ids, "domain-name", key.value(), pasted);
      case URL -> value(ids, "url", key.value(), pasted);
      case IPV4 -> value(ids, "ipv4-addr", key.value(), pasted);
      case IPV6 -> value(ids, "ipv6-addr", key.value(), pasted);
      case EMAIL -> value(ids, "email-addr", key.value(), pasted);
      case MAC -> value(ids, "mac-addr", key.value(), pasted);
      case WALLET -> value(ids, "cryptocurrency-wallet", afterChain(key.value()), pasted);
      case MD5 -> hash(ids, "MD5", key.value());
      case SHA1 -> hash(ids, "SHA-1", key.value());
      case SHA256 -> hash(ids, "SHA-256", key.value());
      case SHA512 -> hash(ids, "SHA-512", key.value());
      case SHA3_256,
          SHA3_512,
          SSDEEP,
          TLSH,
          PACKAGE,
          ACCOUNT,
          TELEGRAM,
          REGISTRY_KEY,
          TRANSACTION,
          OTHER -> {
        // their ids need more than the value
      }
    }
  }

  /** {@code eip155:1:0x…} without the chain. */
  private static String afterChain(String account) {
    return account.substring(account.indexOf(':', account.indexOf(':') + 1) + 1);
  }

  private static void value(Set<String> ids, String type, String canonical, String pasted) {
    for (var value : List.of(canonical, pasted)) {
      id(ids, "{\"type\":\"%s\",\"value\":\"%s\"}".formatted(type, escaped(value)));
    }
  }

  private static void hash(Set<String> ids, String algorithm, String value) {
    id(ids, "{\"type\":\"file\",\"hashes\":{\"%s\":\"%s\"}}".formatted(algorithm, value));
  }

  private static void id(Set<String> ids, String json) {
    if (JsonReader.read(json.getBytes(StandardCharsets.UTF_8)) instanceof JsonObject object) {
      DeterministicId.of(object).ifPresent(ids::add);
    }
  }

  private static String escaped(String value) {
    return new String(JsonStringEncoder.getInstance().quoteAsString(value));
  }
}
