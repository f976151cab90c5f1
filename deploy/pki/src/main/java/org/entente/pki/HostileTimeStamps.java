package org.entente.pki;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;

/**
 * Answers a careful client refuses.
 *
 * @param stamper what they are made of
 */
public record HostileTimeStamps(TimeStamper stamper) {

  /** The good answer to the same question with another nonce: a replay. */
  public byte[] ofAnotherNonce(byte[] query) {
    var asked = request(query);
    return answer(asked.getMessageImprintDigest(), asked.getNonce().add(BigInteger.ONE));
  }

  /** The good answer to the same nonce with another digest. */
  public byte[] ofAnotherContent(byte[] query) {
    var asked = request(query);
    var digest = asked.getMessageImprintDigest().clone();
    digest[0] ^= 1;
    return answer(digest, asked.getNonce());
  }

  /** The good answer without the certificate that its signature is checked with. */
  public byte[] withoutCertificate(byte[] query) {
    var asked = request(query);
    var generator = new TimeStampRequestGenerator();
    return stamper.answer(
        generator.generate(
            org.bouncycastle.tsp.TSPAlgorithms.SHA256,
            asked.getMessageImprintDigest(),
            asked.getNonce()));
  }

  /** The good content, signed with a certificate that may not do so. */
  public byte[] signedBy(Credential unfit, byte[] query) {
    try {
      var token = new TimeStampResponse(stamper.answer(query)).getTimeStampToken();
      var content = token.getTimeStampInfo().getEncoded();
      var status = ASN1Sequence.getInstance(stamper.answer(query)).getObjectAt(0);
      var signed = new ASN1EncodableVector();
      signed.add(status);
      signed.add(ASN1Sequence.getInstance(signed(content, unfit)));
      return new DERSequence(signed).getEncoded();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (TSPException | CMSException | OperatorCreationException | GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] signed(byte[] content, Credential by)
      throws CMSException, OperatorCreationException, GeneralSecurityException, IOException {
    var digest = MessageDigest.getInstance("SHA-256").digest(by.leaf().getEncoded());
    var certificate = new SigningCertificateV2(new ESSCertIDv2[] {new ESSCertIDv2(digest)});
    var named =
        new Attribute(PKCSObjectIdentifiers.id_aa_signingCertificateV2, new DERSet(certificate));
    var attributes = new AttributeTable(named);
    var generator = new CMSSignedDataGenerator();
    generator.addSignerInfoGenerator(
        new JcaSimpleSignerInfoGeneratorBuilder()
            .setSignedAttributeGenerator(new DefaultSignedAttributeTableGenerator(attributes))
            .build(TimeStamper.ALGORITHM, by.key(), by.leaf()));
    generator.addCertificates(new JcaCertStore(by.chain()));
    return generator
        .generate(new CMSProcessableByteArray(PKCSObjectIdentifiers.id_ct_TSTInfo, content), true)
        .getEncoded();
  }

  private byte[] answer(byte[] digest, BigInteger nonce) {
    var generator = new TimeStampRequestGenerator();
    generator.setCertReq(true);
    return stamper.answer(
        generator.generate(org.bouncycastle.tsp.TSPAlgorithms.SHA256, digest, nonce));
  }

  private static TimeStampRequest request(byte[] query) {
    try {
      return new TimeStampRequest(query);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
