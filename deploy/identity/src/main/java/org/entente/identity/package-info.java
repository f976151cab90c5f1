/**
 * Identity providers for local runs and tests: Keycloak's realms, and a small issuer that also
 * lies.
 */
@NullMarked
package org.entente.identity;

import org.jspecify.annotations.NullMarked;
