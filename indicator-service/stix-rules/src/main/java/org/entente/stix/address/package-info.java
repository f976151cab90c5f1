/// Reads the addresses, transaction hashes and secrets of the chains stolen money moves over.
@NullMarked
package org.entente.stix.address;

import org.jspecify.annotations.NullMarked;
