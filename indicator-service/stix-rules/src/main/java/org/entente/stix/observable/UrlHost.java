package org.entente.stix.observable;

/// The host of a URL and its port.
///
/// @param name a domain, an IPv4 address, or an IPv6 address in brackets
/// @param port decimal without leading zeros; empty when there is none
record UrlHost(String name, String port) {

  static UrlHost of(String text) {
    int bracket = text.lastIndexOf(']');
    int colon = text.indexOf(':', Math.max(bracket, 0));
    var host = colon < 0 ? text : text.substring(0, colon);
    return new UrlHost(name(host), colon < 0 ? "" : port(text.substring(colon + 1)));
  }

  ObservableKey key() {
    if (name.startsWith("[")) {
      return new ObservableKey(Kind.IPV6, name.substring(1, name.length() - 1));
    }
    return new ObservableKey(Ipv4.looksLike(name) ? Kind.IPV4 : Kind.DOMAIN, name);
  }

  private static String name(String host) {
    if (host.startsWith("[") && host.endsWith("]")) {
      var address = Ipv6.key(host.substring(1, host.length() - 1));
      if (address.value().indexOf('/') >= 0) {
        throw Urls.invalid("its host is a network");
      }
      return "[" + address.value() + "]";
    }
    if (host.isEmpty()) {
      throw Urls.invalid("it has no host");
    }
    var decoded = UrlParts.decode(host);
    return LegacyIpv4.isNumber(decoded)
        ? LegacyIpv4.canonical(decoded)
        : Domains.canonical(decoded);
  }

  private static String port(String text) {
    if (text.isEmpty()) {
      return "";
    }
    if (text.length() > 5 || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
      throw Urls.invalid("its port is not a number");
    }
    int port = Integer.parseInt(text);
    if (port > 65535) {
      throw Urls.invalid("its port exceeds 65535");
    }
    return Integer.toString(port);
  }
}
