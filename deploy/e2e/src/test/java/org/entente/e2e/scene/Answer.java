package org.entente.e2e.scene;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.http.HttpHeaders;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.entente.kit.json.StrictJson;
import org.entente.kit.manifest.Sha256;

/** What the exchange said. */
public record Answer(int status, String body, HttpHeaders headers) {

  /** {@code <status> <code>}, such as {@code 404 OBJECT_UNKNOWN}. */
  public String refusal() {
    return status + " " + member("error_code", "code");
  }

  /** The request's id, under which the log knows it. */
  public String request() {
    return member("error_id", "instance").replace("urn:uuid:", "");
  }

  /** Everything that tells one answer from another, but for the request's id and the time. */
  public String withoutIdentity() {
    var named = new TreeMap<String, List<String>>(headers.map());
    named.keySet().removeIf(name -> name.equalsIgnoreCase("date"));
    return status + " " + named + " " + body.replace(request(), "");
  }

  /** Digest of the body, as records have it. */
  public String sha256() {
    return Sha256.of(body.getBytes(UTF_8)).base64Url();
  }

  /** The first of these members that the answer has. */
  public String member(String... names) {
    Map<String, Object> members = StrictJson.object(body.getBytes(UTF_8));
    return Stream.of(names)
        .filter(members::containsKey)
        .map(name -> String.valueOf(members.get(name)))
        .findFirst()
        .orElseThrow(() -> new AssertionError(List.of(names) + " is not in " + body));
  }
}
