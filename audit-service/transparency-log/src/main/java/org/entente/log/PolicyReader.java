package org.entente.log;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.entente.log.EvidenceRejected.Reason;
import org.entente.log.TlogPolicy.Group;
import org.entente.log.TlogPolicy.Witness;

/// Reads one tlog-policy file. Every line must be understood; a name is defined before it is used,
/// and used in at most one group.
final class PolicyReader {

  private static final int MAX_BYTES = 1024 * 1024;
  private static final CanonicalText CANONICAL = new CanonicalText(Reason.POLICY_MALFORMED);
  private static final Pattern BLANKS = Pattern.compile("[ \t]+");
  private static final Pattern FORBIDDEN = Pattern.compile("[\\x00-\\x08\\x0B-\\x1F\\x7F]");

  private final List<VerifierKey> logs = new ArrayList<>();
  private final Map<String, Witness> witnesses = new LinkedHashMap<>();
  private final Map<String, Group> groups = new LinkedHashMap<>();
  private final Set<String> grouped = new HashSet<>();
  private final List<String> quorums = new ArrayList<>();

  TlogPolicy read(byte[] file) {
    String text = CANONICAL.utf8(file, MAX_BYTES);
    require(!FORBIDDEN.matcher(text).find(), "a control character other than tab and line end");
    require(text.endsWith("\n"), "the last line is not ended");
    int number = 0;
    for (String line : text.split("\n", -1)) {
      number++;
      try {
        line(line.strip());
      } catch (EvidenceRejected refused) {
        throw refused.at("line " + number);
      }
    }
    require(quorums.size() == 1, quorums.size() + " quorum lines instead of one");
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
      default -> throw CANONICAL.refused("neither log, witness, group nor quorum");
    }
  }

  private void log(List<String> words) {
    require(words.size() == 2 || words.size() == 3, "not: log <vkey> [<url>]");
    VerifierKey key = VerifierKey.parse(words.get(1));
    require(key.type() != KeyType.ED25519_COSIGNATURE, "a log has no cosignature key");
    requireNew(key, logs);
    logs.add(key);
  }

  private void witness(List<String> words) {
    require(words.size() == 3 || words.size() == 4, "not: witness <name> <vkey> [<url>]");
    VerifierKey key = VerifierKey.parse(words.get(2));
    require(key.type() != KeyType.ED25519, "a witness needs a cosignature key");
    requireNew(key, witnesses.values().stream().map(Witness::key).toList());
    requireFree(words.get(1));
    Optional<String> url = words.size() == 4 ? Optional.of(words.get(3)) : Optional.empty();
    witnesses.put(words.get(1), new Witness(key, url));
  }

  private void group(List<String> words) {
    require(words.size() > 3, "not: group <name> all|any|<k> <name>...");
    List<String> members = words.subList(3, words.size());
    for (String member : members) {
      require(defined(member), member + " is not defined above");
      require(grouped.add(member), member + " is in a group already");
    }
    requireFree(words.get(1));
    groups.put(words.get(1), new Group(threshold(words.get(2), members.size()), members));
  }

  private static int threshold(String word, int members) {
    return switch (word) {
      case "all" -> members;
      case "any" -> 1;
      default -> {
        long k = CANONICAL.decimal(word);
        require(k >= 1 && k <= members, "a threshold is from 1 to the number of members");
        yield (int) k;
      }
    };
  }

  private void quorum(List<String> words) {
    require(words.size() == 2, "not: quorum <name>");
    String name = words.get(1);
    require(name.equals(TlogPolicy.NO_QUORUM) || defined(name), name + " is not defined above");
    quorums.add(name);
  }

  private boolean defined(String name) {
    return witnesses.containsKey(name) || groups.containsKey(name);
  }

  private void requireFree(String name) {
    require(!defined(name) && !name.equals(TlogPolicy.NO_QUORUM), name + " is taken");
  }

  /// Two keys are the same when their bytes are, whatever name and type they have.
  private static void requireNew(VerifierKey key, Iterable<VerifierKey> others) {
    for (VerifierKey other : others) {
      require(!other.publicKey().equals(key.publicKey()), "the same key again");
      boolean ambiguous = other.name().equals(key.name()) && other.id() == key.id();
      require(!ambiguous, "the same name and key id again");
    }
  }

  private static void require(boolean holds, String fault) {
    if (!holds) {
      throw CANONICAL.refused(fault);
    }
  }
}
