package org.entente.audit.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import org.entente.audit.timestamp.Stamp;
import org.entente.audit.timestamp.StampedCheckpoints;
import org.entente.log.ConsistencyProof;

/** The newest time stamp of each authority, with what ties it to the pack's checkpoint. */
@Singleton
class PackedStamps {

  private static final Base64.Encoder PEM = Base64.getMimeEncoder(64, new byte[] {'\n'});

  private final StampedCheckpoints stamped;
  private final PostgresExport store;

  PackedStamps(StampedCheckpoints stamped, PostgresExport store) {
    this.stamped = stamped;
    this.store = store;
  }

  void add(PackWriter pack, long size) throws IOException {
    for (var stamp : stamped.newest()) {
      var name = "timestamps/" + stamp.party();
      pack.add(name + ".tsr", stamped.reply(stamp.size(), stamp.party()).toByteArray());
      pack.add(name + ".note", store.text(stamp.size()).getBytes(UTF_8));
      pack.add(name + ".consistency", line(consistency(stamp, size)).getBytes(UTF_8));
      pack.add(
          "certificates/timestamp-" + stamp.party() + ".pem",
          pem(stamped.anchors(stamp.party())).getBytes(UTF_8));
    }
  }

  private ConsistencyProof consistency(Stamp stamp, long size) {
    return store.consistency(Math.min(stamp.size(), size), Math.max(stamp.size(), size));
  }

  private static String line(ConsistencyProof proof) {
    return proof.path().stream()
        .map(hash -> " " + hash)
        .collect(Collectors.joining("", proof.oldSize() + " " + proof.newSize(), "\n"));
  }

  private static String pem(List<X509Certificate> certificates) {
    return certificates.stream().map(PackedStamps::pem).collect(Collectors.joining());
  }

  private static String pem(X509Certificate certificate) {
    try {
      return "-----BEGIN CERTIFICATE-----\n"
          + PEM.encodeToString(certificate.getEncoded())
          + "\n-----END CERTIFICATE-----\n";
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException("what was parsed can be encoded", e);
    }
  }
}
