/** A signed submission as it arrives: its two parts, and whether they belong together. */
@NullMarked
package org.entente.gateway.submission;

import org.jspecify.annotations.NullMarked;
