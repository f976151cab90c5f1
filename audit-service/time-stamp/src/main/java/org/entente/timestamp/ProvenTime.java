package org.entente.timestamp;

import java.time.Instant;

/**
 * What a time stamp proves: that the content existed at this time.
 *
 * @param time as the authority states it; how exact it is, its policy says
 * @param authority distinguished name in the certificate that signed it; untrusted text
 * @param serial of the stamp, decimal; unique with this authority
 * @param policy object identifier under which it was issued
 */
public record ProvenTime(Instant time, String authority, String serial, String policy) {}
