/** What auditors ask of the log; every question is an entry itself. */
@NullMarked
package org.entente.audit.search;

import org.jspecify.annotations.NullMarked;
