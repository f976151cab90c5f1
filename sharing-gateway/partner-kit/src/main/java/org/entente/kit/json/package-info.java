/** Strict JSON: UTF-8 without a byte order mark, no duplicate names, nothing after the end. */
@NullMarked
package org.entente.kit.json;

import org.jspecify.annotations.NullMarked;
