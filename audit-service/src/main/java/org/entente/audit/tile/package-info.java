/** The C2SP read paths: checkpoint, hash tiles and entry bundles. */
@NullMarked
package org.entente.audit.tile;

import org.jspecify.annotations.NullMarked;
