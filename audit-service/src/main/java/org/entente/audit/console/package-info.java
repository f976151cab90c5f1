/** The log for people: pages for auditors at browsers, each of them an entry before it is shown. */
@NullMarked
package org.entente.audit.console;

import org.jspecify.annotations.NullMarked;
