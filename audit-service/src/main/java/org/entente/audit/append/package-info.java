/** Appending over HTTP: one record or a batch, answered once it is durable. */
@NullMarked
package org.entente.audit.append;

import org.jspecify.annotations.NullMarked;
