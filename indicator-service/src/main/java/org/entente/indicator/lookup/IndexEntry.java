package org.entente.indicator.lookup;

/// One key under which an object is found.
///
/// @param key the key's text, see [org.entente.stix.observable.ObservableKey]
/// @param group which alternative of a pattern it belongs to; 0 when it stands alone
record IndexEntry(String key, Standing standing, int group) {
  static IndexEntry of(String key, Standing standing) {
    return new IndexEntry(key, standing, 0);
  }
}
