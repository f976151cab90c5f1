/// JSON as the exchange takes it: strict I-JSON read once into trees that know where they stood in
/// the text, and the canonical form of RFC 8785.
@NullMarked
package org.entente.stix.json;

import org.jspecify.annotations.NullMarked;
