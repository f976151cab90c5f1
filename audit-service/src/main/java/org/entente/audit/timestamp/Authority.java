package org.entente.audit.timestamp;

import java.net.URI;
import org.entente.timestamp.TimeStampTrust;

/**
 * A time-stamp authority.
 *
 * @param party whose choice it is
 */
record Authority(String party, URI url, TimeStampTrust trust) {}
