package org.entente.indicator.objects;

import org.entente.indicator.bytes.Slice;

/// A released object version with its bytes, as its producer wrote them.
record Released(Entry entry, Slice bytes) {}
