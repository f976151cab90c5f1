package org.entente.local.exchange;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.entente.local.keycloak.Keycloak;
import org.entente.pki.Pki;

/**
 * What the partner kit needs: a profile per client and the folder of what verification believes.
 *
 * @param folder where the profiles go: {@code kr-feed.properties} and so on
 */
record KitFiles(Path folder, Pki pki, Ports ports, Keycloak keycloak) {

  void write(LogIdentity log) {
    try {
      trust(log);
      for (var member : Member.ALL) {
        var signer = pki.party(member.id()).signer(Member.SIGNER);
        profile(member, member.feed())
            .set("signing.certificate-chain", signer.certificate())
            .set("signing.key", signer.key())
            .set("journal.folder", folder.resolve(member.feed() + ".journal"))
            .writeTo(folder.resolve(member.feed() + ".properties"));
        profile(member, member.reader()).writeTo(folder.resolve(member.reader() + ".properties"));
        profile(member, member.auditor())
            .set("purpose", "Audit of the exchange")
            .writeTo(folder.resolve(member.auditor() + ".properties"));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Configuration profile(Member member, String client) {
    var tls = pki.party(member.id()).client(client);
    var issuer = keycloak.issuer(member.id());
    return new Configuration()
        .set("gateway.url", ServiceConfigurations.url(ports.gateway()))
        .set("audit.url", ServiceConfigurations.url(ports.auditService()))
        .set("tls.certificate", tls.certificate())
        .set("tls.key", tls.key())
        .set("tls.trust", pki.exchangeAnchor())
        .set("token.url", issuer + "/protocol/openid-connect/token")
        .set("client.id", client)
        .set("trust.folder", folder.resolve("trust"));
  }

  private void trust(LogIdentity log) throws IOException {
    var trust = Files.createDirectories(folder.resolve("trust"));
    Files.copy(log.policy(), trust.resolve("log.policy"));
    var stamps = Files.createDirectories(trust.resolve("timestamps"));
    for (var member : Member.ALL) {
      var party = pki.party(member.id());
      var partner = Files.createDirectories(trust.resolve("partners").resolve(member.id()));
      Files.copy(party.signingAnchor(), partner.resolve("signing-ca.pem"));
      Files.copy(party.timeStampAnchor(), stamps.resolve(member.id() + ".pem"));
      Files.writeString(partner.resolve("signers"), party.signerUrn(Member.SIGNER) + "\n");
    }
  }
}
