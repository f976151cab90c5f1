package org.entente.kit.sequence;

import org.entente.kit.manifest.SignerUrn;
import org.entente.kit.manifest.SigningKey;
import org.entente.kit.manifest.TokenSigner;

/** Signs statements, one signature each. As thread-safe as its key. */
public final class SequenceSigner {

  private final TokenSigner tokens;

  /** Refuses a key whose certificate does not name a signer. */
  public SequenceSigner(SigningKey key) {
    this.tokens = new TokenSigner(key);
  }

  /** Who signs. */
  public SignerUrn signer() {
    return tokens.signer();
  }

  /** The compact token, ready for {@link SequenceStatement#HEADER}. */
  public String sign(SequenceStatement statement) {
    return tokens.sign(SequenceStatement.TYPE, statement.issuedAt(), statement.claims());
  }
}
