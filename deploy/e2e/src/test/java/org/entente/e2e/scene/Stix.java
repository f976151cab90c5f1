package org.entente.e2e.scene;

import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.entente.local.exchange.Member;

/**
 * A STIX indicator as text, and envelopes of such texts.
 *
 * @param id {@code indicator--<uuid>}
 * @param author STIX identity
 * @param modified its version
 * @param tlp a marking of TLP 2.0
 */
public record Stix(String id, String author, String modified, Tlp tlp, boolean revoked) {

  private static final String WRITTEN = "2026-11-01T00:00:00.000Z";

  /** TLP 2.0. */
  public enum Tlp {
    GREEN("bab4a63c-aed9-4cf5-a766-dfca5abac2bb"),
    AMBER("55d920b0-5e8b-4f79-9ee9-91f868d9b421"),
    RED("e828b379-4e03-4974-9ac4-e53a884c97c1");

    private final String uuid;

    Tlp(String uuid) {
      this.uuid = uuid;
    }

    /** Id of the marking-definition. */
    public String marking() {
      return "marking-definition--" + uuid;
    }
  }

  /** A new indicator of this member, TLP:AMBER. */
  public static Stix indicator(Member author) {
    var id = "indicator--" + UUID.randomUUID();
    return new Stix(id, author.identity(), WRITTEN, Tlp.AMBER, false);
  }

  public Stix marked(Tlp other) {
    return new Stix(id, author, modified, other, revoked);
  }

  /** The same object by another author. */
  public Stix by(Member other) {
    return new Stix(id, other.identity(), modified, tlp, revoked);
  }

  /** A version of this time. */
  public Stix version(String time) {
    return new Stix(id, author, time, tlp, revoked);
  }

  /** The version of this time that ends the object. */
  public Stix revokedAt(String time) {
    return new Stix(id, author, time, tlp, true);
  }

  /** The object as its producer writes it. */
  public String text() {
    return """
    {"type":"indicator","spec_version":"2.1","id":"%s","created_by_ref":"%s","created":"%s",\
    "modified":"%s",%s"name":"Laundering address","pattern":"[cryptocurrency-wallet:value = '%s']",\
    "pattern_type":"stix","valid_from":"2026-11-01T00:00:00Z","object_marking_refs":["%s"]}\
    """
        .formatted(
            id, author, WRITTEN, modified, revoked ? "\"revoked\":true," : "", id, tlp.marking());
  }

  /** A wallet as anybody would state it: the same address has the same id. */
  public static String wallet(String id, String address, Tlp tlp) {
    return """
    {"type":"cryptocurrency-wallet","spec_version":"2.1","id":"%s","value":"%s","extensions":\
    {"extension-definition--be78509e-6958-51b1-8b26-d17ee0eba2d7":{"extension_type":"new-sco"}},\
    "object_marking_refs":["%s"]}\
    """
        .formatted(id, address, tlp.marking());
  }

  /** The envelope of these objects' texts. */
  public static String envelope(String... objects) {
    return Stream.of(objects).collect(Collectors.joining(",", "{\"objects\":[", "]}"));
  }

  /** An envelope of new indicators of this member. */
  public static String warning(Member author, int indicators) {
    return envelope(
        IntStream.range(0, indicators)
            .mapToObj(_ -> indicator(author).text())
            .toArray(String[]::new));
  }
}
