/** What auditors looked through and signed: a saved search of the log as it was then. */
@NullMarked
package org.entente.audit.review;

import org.jspecify.annotations.NullMarked;
