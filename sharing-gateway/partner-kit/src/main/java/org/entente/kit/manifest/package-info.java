/**
 * The submission manifest: who signed which bytes, for whom and when; made, parsed and verified
 * here, by the same code in the gateway, the kit and on an auditor's desk.
 */
@NullMarked
package org.entente.kit.manifest;

import org.jspecify.annotations.NullMarked;
