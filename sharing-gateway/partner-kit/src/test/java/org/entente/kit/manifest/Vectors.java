package org.entente.kit.manifest;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.entente.kit.manifest.Parties.HOSTILE;
import static org.entente.kit.manifest.Parties.SIGNER;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes {@code contract/vectors} anew, with fresh keys that are thrown away afterwards. */
final class Vectors {

  private Vectors() {}

  /** From the module's folder; {@code contract/by-hand/sign.sh} needs openssl and xxd. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path folder = Path.of("contract/vectors");
    Path partner = Files.createDirectories(folder.resolve("trust/partners/kr"));
    Files.copy(
        Parties.signingAnchor(),
        partner.resolve("signing-ca.pem"),
        StandardCopyOption.REPLACE_EXISTING);
    Files.writeString(partner.resolve("signers"), "urn:entente:signer:kr:ops\n");
    Files.write(folder.resolve("body.json"), Parties.BODY);
    byte[] good = Parties.signed(Parties.key(SIGNER));
    Files.write(folder.resolve("by-kit.jws"), good);
    Files.writeString(folder.resolve("by-kit.general.json"), general(good));
    byOpenssl(folder);
    Path refused = Files.createDirectories(folder.resolve("refused"));
    for (Map.Entry<String, byte[]> each : refused(good).entrySet()) {
      Files.write(refused.resolve(each.getKey() + ".jws"), each.getValue());
    }
  }

  private static void byOpenssl(Path folder) throws IOException, InterruptedException {
    List<String> command =
        List.of(
            "sh",
            "contract/by-hand/sign.sh",
            folder.resolve("body.json").toString(),
            Parties.SIGNER_FILES.key().toString(),
            Parties.SIGNER_FILES.certificate().toString(),
            Parties.KR.urn(),
            "urn:entente:signer:kr:ops",
            Parties.AUDIENCE,
            Parties.COLLECTION);
    int exit =
        new ProcessBuilder(command)
            .redirectOutput(folder.resolve("by-openssl.jws").toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start()
            .waitFor();
    if (exit != 0) {
      throw new IllegalStateException("sign.sh ended with " + exit);
    }
  }

  private static String general(byte[] compact) {
    String[] part = new String(compact, US_ASCII).split("\\.", -1);
    return "{\"payload\":\"%s\",\"signatures\":[{\"protected\":\"%s\",\"signature\":\"%s\"}]}"
        .formatted(part[1], part[0], part[2]);
  }

  /** By file name: the code, then what is wrong. */
  private static Map<String, byte[]> refused(byte[] good) {
    Map<String, byte[]> all = new LinkedHashMap<>();
    Forge right = Forge.by(SIGNER);
    String twice = right.claimsText().replace("{\"ver\"", "{\"ver\":1,\"ver\"");
    String[] part = new String(good, US_ASCII).split("\\.", -1);
    String other = Forge.encode(right.claimsText().getBytes(UTF_8));
    all.put("SIG_MALFORMED-a-claim-twice", right.compact(right.headerText(), twice));
    all.put("SIG_MALFORMED-padded", (part[0] + "=." + part[1] + "." + part[2]).getBytes(US_ASCII));
    all.put("SIG_ALG-none", Forge.by(SIGNER).header("alg", "none").compact());
    all.put("SIG_TYP-access-token", Forge.by(SIGNER).header("typ", "at+jwt").compact());
    all.put("SIG_HEADER-jwk", Forge.by(SIGNER).header("jwk", Map.of("kty", "EC")).compact());
    all.put(
        "SIG_TRUST-self-signed", Forge.by(HOSTILE.selfSignedSigner("ops").credential()).compact());
    all.put("SIG_TRUST-tls-client", Forge.by(Parties.TLS_CLIENT).compact());
    all.put("SIG_INVALID-other-claims", (part[0] + "." + other + "." + part[2]).getBytes(US_ASCII));
    all.putAll(refusedForTheirClaims(good));
    return all;
  }

  private static Map<String, byte[]> refusedForTheirClaims(byte[] good) {
    Map<String, byte[]> all = new LinkedHashMap<>();
    long twoDays = Duration.ofDays(2).toSeconds();
    all.put("CLAIM_INVALID-unknown-claim", Forge.by(SIGNER).claim("nbf", 1L).compact());
    all.put(
        "CLAIM_TIME-two-days-long",
        Forge.by(SIGNER).claim("exp", Parties.NOW.getEpochSecond() + twoDays).compact());
    all.put(
        "CLAIM_AUD-elsewhere", Forge.by(SIGNER).claim("aud", "https://other.example/").compact());
    all.put(
        "CLAIM_COL-elsewhere",
        Forge.by(SIGNER).claim("col", "9d3c1b7a-5e2f-4c8d-8a6b-1f0e2d4c6b80").compact());
    all.put(
        "SIGNER_PARTNER_MISMATCH-speaks-for-eu",
        Forge.by(SIGNER).claim("iss", Parties.EU.urn()).compact());
    all.put(
        "BODY_DIGEST-another-body",
        Forge.by(SIGNER).body("sha-256", Sha256.of(good).base64Url()).compact());
    return all;
  }
}
