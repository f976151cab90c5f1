/** A real Keycloak from its distribution, without containers. */
@NullMarked
package org.entente.local.keycloak;

import org.jspecify.annotations.NullMarked;
