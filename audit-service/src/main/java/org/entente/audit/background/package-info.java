/** What goes on beside the requests, as long as the application runs. */
@NullMarked
package org.entente.audit.background;

import org.jspecify.annotations.NullMarked;
