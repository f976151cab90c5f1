package org.entente.kit.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.entente.kit.file.Disk;
import org.entente.kit.manifest.JcaSigningKey;
import org.entente.kit.manifest.PartnerId;
import org.entente.kit.manifest.PartnerTrust;
import org.entente.kit.manifest.Revocation;
import org.entente.kit.manifest.SignatureAlgorithm;
import org.entente.kit.manifest.SignerUrn;
import org.entente.kit.manifest.SigningKey;
import org.entente.kit.manifest.SigningTrust;
import org.entente.kit.sequence.SequenceSigner;
import org.entente.kit.sequence.SequenceVerifier;
import org.entente.pki.Credential;
import org.entente.pki.Pki;

/** Journals of a signer of Korea's, and who believes them. */
record TestJournal(Credential signer) {

  static TestJournal create(Path keys) throws IOException {
    return new TestJournal(
        Pki.create(keys, Clock.systemUTC(), "kr").party("kr").signer("ops").credential());
  }

  /** As another process would open it: nothing is shared but the files. */
  RequestJournal open(Path folder, String client, Consumer<String> witness) {
    var files = new JournalFolder(new Disk(witness), folder, client);
    return open(files, client, key());
  }

  SigningKey key() {
    return new JcaSigningKey(signer.key(), signer.chain());
  }

  /** As another thread of the same process would, with this key. */
  RequestJournal open(JournalFolder files, String client, SigningKey key) {
    return new RequestJournal(files, new SequenceSigner(key), client, Clock.systemUTC());
  }

  /** The signer's key behind a token that was drawn out: it throws this instead of signing. */
  SigningKey drawnOut(Supplier<RuntimeException> thrown) {
    return new SigningKey() {
      @Override
      public List<X509Certificate> chain() {
        return signer.chain();
      }

      @Override
      public SignatureAlgorithm algorithm() {
        return SignatureAlgorithm.ES256;
      }

      @Override
      public byte[] sign(byte[] input) {
        throw thrown.get();
      }
    };
  }

  SequenceVerifier verifier() {
    PartnerId kr = new PartnerId("kr");
    var trust =
        new PartnerTrust(kr, Set.of(signer.chain().get(1)), Set.of(new SignerUrn(kr, "ops")));
    return new SequenceVerifier(
        new SigningTrust(List.of(trust), Revocation.none(), Clock.systemUTC()));
  }
}
