/** The rendered manifests, and reading them as strictly as an API server would. */
@NullMarked
package org.entente.kubernetes.manifest;

import org.jspecify.annotations.NullMarked;
