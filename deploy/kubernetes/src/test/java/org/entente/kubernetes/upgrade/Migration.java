package org.entente.kubernetes.upgrade;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a migration does to the version before it, which goes on reading and writing while it runs
 * and after. Told by its text; a statement that takes something away in spite of that has a comment
 * above it, {@code -- contract: why}, and says which versions it ends.
 */
record Migration(String sql) {

  private static final Pattern REVIEWED = Pattern.compile("(?im)^\\s*-- contract: \\S.*$");
  private static final Pattern COMMENT_OR_TEXT =
      Pattern.compile("(?s)--[^\\n]*|\\$(\\w*)\\$.*?\\$\\1\\$|'(?:[^']|'')*'");
  private static final Pattern CREATED =
      Pattern.compile("CREATE (?:UNLOGGED )?TABLE (?:IF NOT EXISTS )?(\\S+)");
  private static final Pattern ALTERED =
      Pattern.compile("(?:ALTER TABLE (?:IF EXISTS )?(?:ONLY )?|ON )(\\S+)");

  /** What no older version lives with, by what it is called here. */
  private static final Map<String, Pattern> ALWAYS =
      Map.of(
          "takes away", Pattern.compile("\\bDROP (?!INDEX\\b|DEFAULT\\b|NOT NULL\\b)"),
          "renames", Pattern.compile("\\bRENAME\\b"),
          "changes a type", Pattern.compile("\\bALTER COLUMN \\S+ (SET DATA )?TYPE\\b"),
          "deletes", Pattern.compile("^(DELETE|TRUNCATE)\\b"));

  /** What only the writer of a new table lives with. */
  private static final Map<String, Pattern> OF_OLD_TABLES =
      Map.of(
          "wants a value", Pattern.compile("\\bSET NOT NULL\\b"),
          "wants a value in a new column",
              Pattern.compile("\\bADD COLUMN (?!.*\\bDEFAULT\\b).*\\bNOT NULL\\b"),
          "allows less",
              Pattern.compile(
                  "\\bADD (CONSTRAINT|CHECK|UNIQUE|PRIMARY|FOREIGN|EXCLUDE)\\b"
                      + "|^CREATE UNIQUE INDEX\\b|\\bREFERENCES\\b"),
          "interferes", Pattern.compile("^CREATE (OR REPLACE )?(CONSTRAINT )?TRIGGER\\b"),
          // Nobody writes to the table as long as it takes: hours, when it is large.
          "locks out", Pattern.compile("^CREATE (UNIQUE )?INDEX (?!CONCURRENTLY\\b)"));

  /** Everything that the version before may not live with: which statement, and why. */
  List<String> contractions() {
    var found = new ArrayList<String>();
    var created = new ArrayList<String>();
    for (var statement : statements()) {
      var text = plain(statement);
      var creates = CREATED.matcher(text);
      if (creates.find()) {
        created.add(creates.group(1));
      } else if (!REVIEWED.matcher(statement).find()) {
        against(text, created).map(why -> why + ": " + text).forEach(found::add);
      }
    }
    return found;
  }

  private static Stream<String> against(String text, List<String> created) {
    var table = ALTERED.matcher(text);
    var old = !table.find() || !created.contains(table.group(1));
    return Stream.concat(why(ALWAYS, text), old ? why(OF_OLD_TABLES, text) : Stream.of());
  }

  private static Stream<String> why(Map<String, Pattern> rules, String text) {
    return rules.entrySet().stream()
        .filter(rule -> rule.getValue().matcher(text).find())
        .map(Map.Entry::getKey)
        .sorted();
  }

  /** With their comments. */
  private List<String> statements() {
    var statements = new ArrayList<String>();
    var from = 0;
    // What is inside of a text or comment has no semicolon that counts.
    var masked = masked(sql);
    for (var end = masked.indexOf(';'); end >= 0; end = masked.indexOf(';', from)) {
      statements.add(sql.substring(from, end));
      from = end + 1;
    }
    statements.add(sql.substring(from));
    return statements;
  }

  private static String masked(String text) {
    return COMMENT_OR_TEXT.matcher(text).replaceAll(found -> " ".repeat(found.group().length()));
  }

  private static String plain(String statement) {
    return masked(statement).toUpperCase(Locale.ROOT).replaceAll("\\s+", " ").strip();
  }
}
