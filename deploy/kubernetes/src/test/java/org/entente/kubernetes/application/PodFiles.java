package org.entente.kubernetes.application;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import org.entente.kubernetes.reference.Thing;
import org.entente.log.KeyType;
import org.entente.log.SignerKey;
import org.entente.log.TlogPolicy;
import org.entente.pki.Pki;

/** Puts what a pod would find below {@code /etc/entente} into a folder of its own. */
final class PodFiles {

  private static final String MOUNTED = "/etc/entente";
  private static final String WRITTEN = "/var/entente";
  private static final String EXAMPLE_LOG = "(?m)^(log .*|quorum none)\n";

  private final Path folder;
  private final Pki pki;
  private final SecureRandom random;

  PodFiles(Path folder, Pki pki, SecureRandom random) {
    this.folder = folder;
    this.pki = pki;
    this.random = random;
  }

  /** Writes a service's files. */
  Path write(Installed service) throws IOException {
    var pod = folder.resolve(service.name());
    var origin = service.properties().getOrDefault("entente.log.origin", "log.example");
    var ed25519 = SignerKey.generate(origin, KeyType.ED25519, random);
    var mlDsa44 = SignerKey.generate(origin, KeyType.ML_DSA_44, random);
    var own = pki.service(service.name());
    for (var file : service.mounts().files().entrySet()) {
      var content =
          switch (file.getValue().part()) {
            case "tls.crt" -> Packaged.text(own.certificate());
            case "tls.key" -> Packaged.text(own.key());
            case "ca.crt" -> Packaged.text(pki.exchangeAnchor());
            case "ed25519.key" -> ed25519.secretText();
            case "ml-dsa-44.key" -> mlDsa44.secretText();
            case "secret", "key" -> "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";
            case "tlog-policy" ->
                policy(List.of(ed25519, mlDsa44), configMap(service, file.getValue()));
            default -> moved(configMap(service, file.getValue()), pod);
          };
      var path = Path.of(moved(file.getKey(), pod));
      Files.createDirectories(path.getParent());
      Files.writeString(path, content);
    }
    return pod;
  }

  /** The same text about this folder. */
  String moved(String text, Path pod) {
    return text.replace(MOUNTED, pod.resolve("etc").toString())
        .replace(WRITTEN, pod.resolve("var").toString());
  }

  /** The example's witnesses, our log's keys. */
  private static String policy(List<SignerKey> keys, String example) {
    var log = TlogPolicy.text(keys.stream().map(SignerKey::verifier).toList());
    return log.replaceAll("(?m)^quorum none\n", "") + example.replaceAll(EXAMPLE_LOG, "");
  }

  private static String configMap(Installed service, Thing key) {
    return service.manifests().get("ConfigMap", key.name()).at("/data").path(key.part()).asText();
  }
}
