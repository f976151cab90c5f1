/** Whether the manifests fit the applications they start. */
@NullMarked
package org.entente.kubernetes.application;

import org.jspecify.annotations.NullMarked;
