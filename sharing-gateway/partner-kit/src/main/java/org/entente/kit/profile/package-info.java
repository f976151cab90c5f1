/** Where the exchange is, and with which keys and certificates one speaks to it. */
@NullMarked
package org.entente.kit.profile;

import org.jspecify.annotations.NullMarked;
