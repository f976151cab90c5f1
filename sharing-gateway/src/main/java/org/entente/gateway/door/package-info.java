/** TLS certificate and access token become one caller, or a refusal. */
@NullMarked
package org.entente.gateway.door;

import org.jspecify.annotations.NullMarked;
