/** Who may speak with whom, evaluated as Kubernetes does it. */
@NullMarked
package org.entente.kubernetes.network;

import org.jspecify.annotations.NullMarked;
