package org.entente.kit.sequence;

import org.entente.kit.manifest.Sha256;
import org.entente.kit.manifest.Signer;

/**
 * A statement whose signature held.
 *
 * @param sha256 over the token as sent
 */
public record VerifiedSequence(SequenceStatement statement, Sha256 sha256, Signer signer) {}
