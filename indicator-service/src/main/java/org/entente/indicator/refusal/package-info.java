/// Everything the service refuses, each with its stable code.
@NullMarked
package org.entente.indicator.refusal;

import org.jspecify.annotations.NullMarked;
