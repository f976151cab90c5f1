/** The TAXII 2.1 paths and their media types. */
@NullMarked
package org.entente.gateway.taxii;

import org.jspecify.annotations.NullMarked;
