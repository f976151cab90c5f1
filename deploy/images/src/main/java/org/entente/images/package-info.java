/** What goes into the services' images, and the run that trains their caches. */
@NullMarked
package org.entente.images;

import org.jspecify.annotations.NullMarked;
