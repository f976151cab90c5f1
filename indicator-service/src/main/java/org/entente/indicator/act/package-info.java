/// What a producer does later to its own objects: releasing them to more readers, or taking them
/// back.
@NullMarked
package org.entente.indicator.act;

import org.jspecify.annotations.NullMarked;
