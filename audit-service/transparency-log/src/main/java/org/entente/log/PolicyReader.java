package org.entente.log;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.entente.log.EvidenceRejected.Reason;
import org.entente.log.TlogPolicy.Group;

/// Reads one tlog-policy file. Every line must be understood; a name is defined before it is used,
/// and used in at most one group.
final class PolicyReader {

  private static final int MAX_BYTES = 1024 * 1024;
  private static final CanonicalText CANONICAL = new CanonicalText(Reason.POLICY_MALFORMED);
  private static final Pattern BLANKS = Pattern.compile("[ \t]+");
  private static final Pattern FORBIDDEN = Pattern.compile("[\\x00-\\x08\\x0B-\\x1F\\x7F]");

  private final List<VerifierKey> logs = new ArrayList<>();
  private final Map<String, VerifierKey> witnesses = new LinkedHashMap<>();
  private final Map<String, Group> groups = new LinkedHashMap<>();
  private final Set<String> grouped = new HashSet<>();
  private final List<String> quorums = new ArrayList<>();

  TlogPolicy read(byte[] file) {
    String text = CANONICAL.utf8(file, MAX_BYTES);
    if (FORBIDDEN.matcher(text).find()) {
      throw CANONICAL.refused("a control character other than tab and line end");
    }
    if (!text.endsWith("\n")) {
      throw CANONICAL.refused("the last line is not ended");
    }
    text.lines().map(String::strip).forEach(this::line);
    if (quorums.size() != 1) {
      throw CANONICAL.refused(quorums.size() + " quorum lines instead of one");
    }
    return new TlogPolicy(logs, witnesses, groups, quorums.getFirst());
  }

  private void line(String line) {
    if (line.isEmpty() || line.startsWith("#")) {
      return;
    }
    List<String> words = List.of(BLANKS.split(line));
    switch (words.getFirst()) {
      case "log" -> log(words);
      case "witness" -> witness(words);
      case "group" -> group(words);
      case "quorum" -> quorum(words);
      default -> throw CANONICAL.refused("not understood: " + line);
    }
  }

  private void log(List<String> words) {
    require(words.size() == 2 || words.size() == 3, "log <vkey> [<url>]", words);
    VerifierKey key = VerifierKey.parse(words.get(1));
    require(key.type() != KeyType.ED25519_COSIGNATURE, "a log has no cosignature key", words);
    requireNew(key, logs, words);
    logs.add(key);
  }

  private void witness(List<String> words) {
    require(words.size() == 3 || words.size() == 4, "witness <name> <vkey> [<url>]", words);
    VerifierKey key = VerifierKey.parse(words.get(2));
    require(key.type() != KeyType.ED25519, "a witness needs a cosignature key", words);
    requireNew(key, witnesses.values(), words);
    requireFree(words);
    witnesses.put(words.get(1), key);
  }

  private void group(List<String> words) {
    require(words.size() > 3, "group <name> all|any|<k> <name>...", words);
    List<String> members = words.subList(3, words.size());
    for (String member : members) {
      require(defined(member), member + " is not defined above", words);
      require(grouped.add(member), member + " is in a group already", words);
    }
    requireFree(words);
    groups.put(words.get(1), new Group(threshold(words, members.size()), members));
  }

  private static int threshold(List<String> words, int members) {
    return switch (words.get(2)) {
      case "all" -> members;
      case "any" -> 1;
      default -> {
        long k = CANONICAL.decimal(words.get(2));
        require(k >= 1 && k <= members, "a threshold is from 1 to the number of members", words);
        yield (int) k;
      }
    };
  }

  private void quorum(List<String> words) {
    require(words.size() == 2, "quorum <name>", words);
    String name = words.get(1);
    require(name.equals(TlogPolicy.NO_QUORUM) || defined(name), name + " is not defined", words);
    quorums.add(name);
  }

  private boolean defined(String name) {
    return witnesses.containsKey(name) || groups.containsKey(name);
  }

  private void requireFree(List<String> words) {
    String name = words.get(1);
    require(!defined(name) && !name.equals(TlogPolicy.NO_QUORUM), name + " is taken", words);
  }

  /// Two keys are the same when their bytes are, whatever name and type they have.
  private static void requireNew(
      VerifierKey key, Iterable<VerifierKey> others, List<String> words) {
    for (VerifierKey other : others) {
      require(!other.publicKey().equals(key.publicKey()), "the same key again", words);
      boolean ambiguous = other.name().equals(key.name()) && other.id() == key.id();
      require(!ambiguous, "the same name and key id again", words);
    }
  }

  private static void require(boolean holds, String rule, List<String> words) {
    if (!holds) {
      throw CANONICAL.refused(rule + ": " + String.join(" ", words));
    }
  }
}
