package org.entente.audit.witness;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.entente.audit.offline.Installation;
import org.entente.audit.offline.PemTrust;
import org.entente.audit.outward.OutwardClient;
import org.entente.log.TlogPolicy;

/** The configured witnesses, for commands that run without the service. */
public final class OfflineWitnesses {

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final String AUTHORITIES = "quarkus.tls.witness.trust-store.pem.certs";

  private OfflineWitnesses() {}

  /**
   * What they remember of this log.
   *
   * @param origin its name
   * @param log the keys that anything of it is verified by
   */
  public static WitnessMemory of(Installation installation, String origin, TlogPolicy log)
      throws IOException {
    var policy = installation.file("entente.witness.policy");
    var text = policy.isPresent() ? Files.readString(policy.get()) : TlogPolicy.text(log.logs());
    return of(text, PemTrust.of(installation.files(AUTHORITIES)), origin, log);
  }

  /**
   * The same of the witnesses of this policy.
   *
   * @param policy text of a tlog-policy file
   * @param trust who may vouch for those behind TLS; else whom this machine believes
   */
  public static WitnessMemory of(
      String policy, Optional<SSLContext> trust, String origin, TlogPolicy log) {
    var client = new WitnessClient(new OutwardClient(PATIENCE, trust));
    return new WitnessMemory(new Witnesses(policy), client, origin, log);
  }
}
