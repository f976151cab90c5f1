/** A real browser at the auditors' console. */
@NullMarked
package org.entente.e2e.browser;

import org.jspecify.annotations.NullMarked;
