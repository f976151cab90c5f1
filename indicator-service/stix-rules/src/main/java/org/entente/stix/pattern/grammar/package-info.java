/// What ANTLR makes of our grammar of STIX patterns; used by the package above alone.
package org.entente.stix.pattern.grammar;
