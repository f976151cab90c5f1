/// Reading what was released: pages of a collection and single objects.
@NullMarked
package org.entente.indicator.objects;

import org.jspecify.annotations.NullMarked;
