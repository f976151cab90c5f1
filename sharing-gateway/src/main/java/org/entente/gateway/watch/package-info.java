/** What operators see of requests: how many, how they ended, how long each step took. */
@NullMarked
package org.entente.gateway.watch;

import org.jspecify.annotations.NullMarked;
