/** Whether the images hold what they should, and run as pods run them. */
@NullMarked
package org.entente.images;

import org.jspecify.annotations.NullMarked;
