/** The sharing-gateway: who are you, and is it really yours? */
@NullMarked
package org.entente.gateway;

import org.jspecify.annotations.NullMarked;
