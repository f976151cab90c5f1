package org.entente.kit.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.entente.kit.json.StrictJson;
import org.entente.kit.manifest.Content;
import org.jspecify.annotations.Nullable;

/**
 * The exchange as a partner sees it. Everything it returns is the exchange's own bytes. Errors:
 * {@link ExchangeRefused} and {@link Unreachable}. Thread-safe.
 */
public final class ExchangeClient {

  private static final String TAXII = Content.ENVELOPE.mediaType();

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

    /** Takes the bytes over; the array must not be changed afterwards. */
    public Document(byte[] bytes) {
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

  /**
   * Which objects to ask for; what is null is left out.
   *
   * @param next of the page before; the other members must then be what they were
   * @param match filters such as {@code type=indicator,malware} (TAXII 2.1 section 3.4.1)
   */
  public record Selection(
      @Nullable String addedAfter,
      @Nullable Integer limit,
      @Nullable String next,
      List<String> match) {

    /** Copies the list. */
    public Selection {
      match = List.copyOf(match);
    }

    /** The first page of everything. */
    public Selection(@Nullable String addedAfter, @Nullable Integer limit) {
      this(addedAfter, limit, null, List.of());
    }

    /** The same of what these filters leave. */
    public Selection matching(List<String> filters) {
      return new Selection(addedAfter, limit, next, filters);
    }

    String query() {
      List<String> parameters = new ArrayList<>();
      if (addedAfter != null) {
        parameters.add("added_after=" + encoded(addedAfter));
      }
      if (limit != null) {
        parameters.add("limit=" + limit);
      }
      if (next != null) {
        parameters.add("next=" + encoded(next));
      }
      for (String filter : match) {
        String[] parts = filter.split("=", 2);
        parameters.add("match%5B" + parts[0] + "%5D=" + encoded(parts[1]));
      }
      return parameters.isEmpty() ? "" : "?" + String.join("&", parameters);
    }
  }

  /**
   * A page of objects.
   *
   * @param more whether there are more
   * @param next where they are, when the exchange says so
   * @param lastAdded when the last of these objects was added, when the exchange says so
   */
  public record Page(
      Answer answer, boolean more, Optional<String> next, Optional<String> lastAdded) {

    /** The envelope as served. */
    public byte[] bytes() {
      return answer.document().bytes();
    }
  }

  /** The API root (TAXII 2.1 section 4.2): its {@code max_content_length}, in bytes. */
  public int maxContentLength() {
    Map<String, Object> root = read(apiRoot, TAXII).document().members();
    if (root.get("max_content_length") instanceof Long limit && limit > 0) {
      return (int) Math.min(limit, Integer.MAX_VALUE);
    }
    throw new ExchangeRefused(200, "LIMIT_MISSING", "The API root names no max_content_length.");
  }

  /** The status of a submission (TAXII 2.1 section 4.3). */
  public Document status(String id) {
    return read(apiRoot + "status/" + encoded(id) + "/", TAXII).document();
  }

  /** The collections this client knows of (TAXII 2.1 section 5.1). */
  public Answer collections() {
    return read(apiRoot + "collections/", TAXII);
  }

  /** Adds an envelope's objects. */
  public Submitted submit(String collection, byte[] manifest, byte[] envelope) {
    return submit(collection, Content.ENVELOPE, manifest, envelope);
  }

  /**
   * Adds an envelope's objects (TAXII 2.1 section 5.5), or does later acts. Sending the same
   * manifest again is always safe: it has one effect and one answer.
   *
   * @param content what the manifest is about and the body is; no deletion, which has no body
   */
  public Submitted submit(String collection, Content content, byte[] manifest, byte[] body) {
    String resource =
        switch (content) {
          case ENVELOPE -> "/objects/";
          case RELEASE -> "/releases/";
          case DELETION -> throw new IllegalArgumentException("a deletion is not posted");
        };
    HttpRequest.Builder request =
        Connection.to(collection(collection) + resource)
            .header("Accept", TAXII)
            .header("Content-Type", content.mediaType())
            .header("Submission-Manifest", new String(manifest, UTF_8).strip());
    HttpResponse<byte[]> answer = session.post(request, body);
    boolean replayed =
        answer.headers().firstValue("Idempotent-Replayed").filter("true"::equals).isPresent();
    return new Submitted(answer(answer), replayed);
  }

  /**
   * Hands over all pages from here to the end, in order, each before the next is asked for (TAXII
   * 2.1 section 5.4).
   */
  public void pull(String collection, Selection selection, Consumer<Page> each) {
    Place place = Place.start(selection.addedAfter());
    Page page;
    do {
      page = page(collection, place.selection(selection.limit()));
      each.accept(page);
      place = page.more() ? place.after(page) : place;
    } while (page.more());
  }

  /** One page of objects, the first that fits the selection. */
  public Page page(String collection, Selection selection) {
    return page(collection, "/objects/", selection);
  }

  /** One page of what was taken back from this client, oldest first. */
  public Page withdrawals(String collection, Selection selection) {
    return page(collection, "/withdrawals/", selection);
  }

  private Page page(String collection, String resource, Selection selection) {
    HttpResponse<byte[]> served =
        session.get(collection(collection) + resource + selection.query(), TAXII);
    Answer answer = answer(served);
    Map<String, Object> members = answer.document().members();
    return new Page(
        answer,
        Boolean.TRUE.equals(members.get("more")),
        members.get("next") instanceof String next ? Optional.of(next) : Optional.empty(),
        served.headers().firstValue("X-TAXII-Date-Added-Last"));
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

  private String collection(String id) {
    return apiRoot + "collections/" + encoded(id);
  }

  static String encoded(String value) {
    return URLEncoder.encode(value, UTF_8);
  }
}
