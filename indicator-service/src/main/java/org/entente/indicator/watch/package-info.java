/// What operators see of requests: how many, how they ended, how long each step took.
@NullMarked
package org.entente.indicator.watch;

import org.jspecify.annotations.NullMarked;
