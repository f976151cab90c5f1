/// Filters, limits and cursors: what a reader may ask of a listing, and how it goes on.
@NullMarked
package org.entente.indicator.paging;

import org.jspecify.annotations.NullMarked;
