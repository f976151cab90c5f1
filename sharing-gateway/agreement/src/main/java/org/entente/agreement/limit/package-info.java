/**
 * How much of what comes is let in, and how what is too much is counted. Each service decides for
 * itself whose allowances there are; these know nothing of HTTP, records or other services.
 */
@NullMarked
package org.entente.agreement.limit;

import org.jspecify.annotations.NullMarked;
