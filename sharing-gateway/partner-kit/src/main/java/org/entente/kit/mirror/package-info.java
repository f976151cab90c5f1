/** Keeps a verified copy of a whole log, and verifies it without any network. */
@NullMarked
package org.entente.kit.mirror;

import org.jspecify.annotations.NullMarked;
