package org.entente.kit.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.kit.json.StrictJson;
import org.entente.kit.manifest.ManifestSigner;
import org.jspecify.annotations.Nullable;

/**
 * The exchange as a partner sees it. Everything it returns is the exchange's own bytes. Errors:
 * {@link ExchangeRefused} and {@link Unreachable}. Thread-safe.
 */
public final class ExchangeClient {

  private static final String TAXII = ManifestSigner.ENVELOPE;

  private final Session session;
  private final String apiRoot;

  /** Speaks through this session. */
  public ExchangeClient(Session session) {
    this.session = session;
    this.apiRoot = session.profile().apiRoot();
  }

  /** What came of a submission. {@code replayed} when this manifest had been answered before. */
  public record Submitted(Answer status, boolean replayed) {}

  /** A body as served and its place in the log. */
  public record Answer(ReceiptHandle receipt, Document document) {}

  /** Bytes as served. */
  public static final class Document {
    private final byte[] bytes;

    Document(byte[] bytes) {
      this.bytes = bytes;
    }

    /** A copy of the bytes. */
    public byte[] bytes() {
      return bytes.clone();
    }

    /** The members of the JSON object they hold. */
    public Map<String, Object> members() {
      return StrictJson.object(bytes);
    }
  }

  /** Which objects to ask for; what is null is left out. */
  public record Selection(@Nullable String addedAfter, @Nullable Integer limit) {}

  /** The collections this client knows of (TAXII 2.1 section 5.1). */
  public Answer collections() {
    return read(apiRoot + "collections/", TAXII);
  }

  /**
   * Adds the envelope's objects (TAXII 2.1 section 5.5). Sending the same manifest again is always
   * safe: it has one effect and one answer.
   */
  public Submitted submit(String collection, byte[] manifest, byte[] envelope) {
    HttpRequest.Builder request =
        Connection.to(objects(collection))
            .header("Accept", TAXII)
            .header("Content-Type", TAXII)
            .header("Submission-Manifest", new String(manifest, UTF_8).strip())
            .POST(HttpRequest.BodyPublishers.ofByteArray(envelope));
    HttpResponse<byte[]> answer = session.send(request);
    boolean replayed =
        answer.headers().firstValue("Idempotent-Replayed").filter("true"::equals).isPresent();
    return new Submitted(answer(answer), replayed);
  }

  /** All pages from here to the end, in order (TAXII 2.1 section 5.4). */
  public List<Answer> pull(String collection, Selection selection) {
    List<Answer> pages = new ArrayList<>();
    String first = objects(collection) + query(selection);
    Optional<String> address = Optional.of(first);
    while (address.isPresent()) {
      Answer page = read(address.get(), TAXII);
      pages.add(page);
      address =
          next(page)
              .map(next -> first + (first.contains("?") ? "&" : "?") + "next=" + encoded(next));
    }
    return pages;
  }

  /** One page, the first that fits the selection; whether there are more stands in it. */
  public Answer page(String collection, Selection selection) {
    return read(objects(collection) + query(selection), TAXII);
  }

  /** The receipt with this leaf hash, as a tlog-proof that carries its record. */
  public byte[] receipt(String leaf) {
    String address = session.profile().gateway() + "/receipts/" + encoded(leaf);
    return session.get(address, "text/plain").body();
  }

  /** What the producer of a released object signed. */
  public Answer evidence(String collection, String object) {
    String query = "?collection=" + encoded(collection) + "&object=" + encoded(object);
    return read(session.profile().gateway() + "/evidence" + query, "application/json");
  }

  private Answer read(String address, String accept) {
    return answer(session.get(address, accept));
  }

  private static Answer answer(HttpResponse<byte[]> answer) {
    return new Answer(ReceiptHandle.of(answer), new Document(answer.body()));
  }

  private static Optional<String> next(Answer page) {
    Map<String, Object> members = page.document().members();
    return Boolean.TRUE.equals(members.get("more")) && members.get("next") instanceof String next
        ? Optional.of(next)
        : Optional.empty();
  }

  private String objects(String collection) {
    return apiRoot + "collections/" + encoded(collection) + "/objects/";
  }

  private static String query(Selection selection) {
    List<String> parameters = new ArrayList<>();
    if (selection.addedAfter() != null) {
      parameters.add("added_after=" + encoded(selection.addedAfter()));
    }
    if (selection.limit() != null) {
      parameters.add("limit=" + selection.limit());
    }
    return parameters.isEmpty() ? "" : "?" + String.join("&", parameters);
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, UTF_8);
  }
}
