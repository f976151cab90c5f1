/** The partner kit's front door: one client per partner, built from that partner's profile. */
@NullMarked
package org.entente.kit;

import org.jspecify.annotations.NullMarked;
