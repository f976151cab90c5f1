/** Whether everything a manifest names exists. */
@NullMarked
package org.entente.kubernetes.reference;

import org.jspecify.annotations.NullMarked;
