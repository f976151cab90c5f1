package org.entente.gateway.relay;

/**
 * A submission's manifest as it is passed on.
 *
 * @param manifest the compact JWS as received; of one in general JSON its base64url, which is told
 *     apart by having no dots
 * @param established base64url JSON: what the gateway verified
 */
public record Verified(String manifest, String established) {}
