package org.entente.e2e.scene;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.kit.client.LogClient;
import org.entente.kit.client.Session;
import org.entente.kit.evidence.LogAudit;
import org.entente.kit.evidence.LogReader;
import org.entente.kit.evidence.TrustFolder;
import org.entente.kit.json.StrictJson;
import org.entente.kit.profile.PartnerProfile;
import org.entente.log.Checkpoint;
import org.entente.log.TilePath;
import org.entente.log.TlogPolicy;

/** An auditor with the partner kit: searches the log and recomputes it. Thread-safe. */
public final class Auditor {

  private final LogClient log;
  private final TlogPolicy policy;

  Auditor(Path profile) {
    var read = PartnerProfile.read(profile);
    log = new LogClient(Session.of(read));
    policy = new TrustFolder(read.trustFolder()).logPolicy();
  }

  /** The keys the log signs with. */
  public TlogPolicy policy() {
    return policy;
  }

  /** The newest records that match all filters, newest first. */
  public List<Entry> search(Map<String, String> filters) {
    var answer = log.search(filters).members();
    return list(answer.get("entries")).stream().map(Entry::new).toList();
  }

  /** Files what was found in a client's journal; the index of the record that says so. */
  public long file(String finding) {
    return Long.parseLong(String.valueOf(log.file(finding.getBytes(UTF_8)).members().get("index")));
  }

  /** The refusal of this request, if the log has it. */
  public Optional<Entry> refusal(String request) {
    return search(Map.of("outcome", "denied", "limit", "50")).stream()
        .filter(entry -> entry.text("metadata", "correlation_uid").equals(request))
        .findFirst();
  }

  /** Recomputes the whole log; what does not fit. */
  public List<String> findings() {
    return findings(Optional.empty());
  }

  /** The same against a checkpoint from earlier. */
  public List<String> findings(Optional<Checkpoint> kept) {
    return new LogAudit(reader(), policy, kept).run().findings();
  }

  private LogReader reader() {
    return new LogReader() {
      @Override
      public byte[] checkpoint() {
        return log.checkpoint();
      }

      @Override
      public byte[] tile(TilePath tile) {
        return log.tile(tile);
      }
    };
  }

  private static List<?> list(@org.jspecify.annotations.Nullable Object value) {
    return value instanceof List<?> list ? list : List.of();
  }

  /** One entry of a search's answer. */
  public record Entry(Object members) {

    /** Its place in the log. */
    public long index() {
      return Long.parseLong(at(members, "index"));
    }

    /** The text at this path in the record; empty when there is none. */
    public String text(String... path) {
      var value = members instanceof Map<?, ?> entry ? entry.get("record") : "";
      for (var i = 0; i < path.length - 1; i++) {
        value = value instanceof Map<?, ?> inner ? inner.get(path[i]) : "";
      }
      return at(value, path[path.length - 1]);
    }

    /**
     * The personal field of this name, disclosed beside the leaf (RFC 9901); empty when none is.
     */
    public String disclosed(String name) {
      if (members instanceof Map<?, ?> entry && entry.get("disclosures") instanceof List<?> texts) {
        for (var text : texts) {
          var json = new String(Base64.getUrlDecoder().decode(String.valueOf(text)), UTF_8);
          if (StrictJson.object(("{\"it\":" + json + "}").getBytes(UTF_8)).get("it")
                  instanceof List<?> parts
              && parts.get(1).equals(name)) {
            return String.valueOf(parts.get(2));
          }
        }
      }
      return "";
    }

    /** The first object the record names; empty when it names none. */
    public String object() {
      return members instanceof Map<?, ?> entry
              && entry.get("record") instanceof Map<?, ?> record
              && record.get("resources") instanceof List<?> objects
              && !objects.isEmpty()
          ? at(objects.getFirst(), "uid")
          : "";
    }

    private static String at(@org.jspecify.annotations.Nullable Object value, String name) {
      return value instanceof Map<?, ?> inner && inner.containsKey(name)
          ? String.valueOf(inner.get(name))
          : "";
    }
  }
}
