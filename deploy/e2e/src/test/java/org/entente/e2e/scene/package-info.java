/** The running exchange as the tests see it: its partners, its auditor, its databases. */
@NullMarked
package org.entente.e2e.scene;

import org.jspecify.annotations.NullMarked;
