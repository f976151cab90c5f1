/** Where lists come from: configured addresses and files, and what was kept of them. */
@NullMarked
package org.entente.revocation.source;

import org.jspecify.annotations.NullMarked;
