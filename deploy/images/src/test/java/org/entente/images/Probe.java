package org.entente.images;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.Signature;
import java.text.NumberFormat;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import javax.crypto.KeyAgreement;
import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.net.ssl.SSLContext;

/**
 * Says what it finds of what the JDK looks up by name: Korea's and Europe's times, languages, and
 * the algorithms of TLS, of PostgreSQL's passwords (SCRAM) and of key files.
 */
final class Probe {

  private Probe() {}

  public static void main(String[] arguments) throws Exception {
    var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    for (var zone : List.of("Asia/Seoul", "Europe/Brussels")) {
      var time = ZonedDateTime.of(2026, 11, 26, 9, 0, 0, 0, ZoneId.of(zone));
      for (var locale : List.of(Locale.ENGLISH, Locale.KOREAN)) {
        out.println(
            DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale).format(time)
                + " "
                + time.getZone().getDisplayName(TextStyle.FULL, locale)
                + " "
                + NumberFormat.getInstance(locale).format(1234567.8));
      }
    }
    out.println(
        new TreeSet<>(List.of(SSLContext.getDefault().getDefaultSSLParameters().getProtocols())));
    out.println(List.of(SSLContext.getDefault().getDefaultSSLParameters().getCipherSuites()));
    for (var curve : List.of("EC", "X25519", "Ed25519", "ML-DSA-44", "ML-KEM-768", "RSA")) {
      out.println(KeyPairGenerator.getInstance(curve).getAlgorithm());
    }
    for (var signature : List.of("SHA256withECDSA", "RSASSA-PSS", "Ed25519")) {
      out.println(Signature.getInstance(signature).getProvider());
    }
    out.println(KeyAgreement.getInstance("ECDH").getProvider());
    out.println(Mac.getInstance("HmacSHA256").getProvider());
    out.println(SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").getProvider());
    out.println(KeyStore.getInstance("PKCS12").getType());
    out.println(KeyStore.getInstance("JKS").getType());
  }
}
