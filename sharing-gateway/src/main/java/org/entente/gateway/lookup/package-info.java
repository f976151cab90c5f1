/** What is known about a value: asked outside, answered inside. */
@NullMarked
package org.entente.gateway.lookup;

import org.jspecify.annotations.NullMarked;
