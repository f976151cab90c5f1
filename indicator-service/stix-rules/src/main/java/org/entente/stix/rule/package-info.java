/// What is valid STIX 2.1: tables of types, properties and vocabularies that can be read beside the
/// standard, and the validator that applies them.
@NullMarked
package org.entente.stix.rule;

import org.jspecify.annotations.NullMarked;
