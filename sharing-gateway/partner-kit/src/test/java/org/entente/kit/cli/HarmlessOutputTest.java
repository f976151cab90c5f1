package org.entente.kit.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.entente.kit.json.StrictJson;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** Whatever an exchange, a record or a file says: a terminal shows it and does not obey it. */
class HarmlessOutputTest {

  private static String printed(boolean json, Report report) {
    StringWriter out = new StringWriter();
    new Console(new PrintWriter(out), new PrintWriter(out), json).print(report);
    return out.toString();
  }

  private static boolean steers(int c) {
    int kind = Character.getType(c);
    return c != '\n' && (kind == Character.CONTROL || kind == Character.FORMAT);
  }

  @Property(tries = 300)
  void no_character_that_steers_is_ever_printed(@ForAll String text) {
    Report report = new Report().put(text, text).line(text);

    assertFalse(printed(false, report).codePoints().anyMatch(HarmlessOutputTest::steers));
    assertFalse(printed(true, report).codePoints().anyMatch(HarmlessOutputTest::steers));
  }

  @Test
  void json_still_says_exactly_what_was_said() {
    String text = "\u001b]0;x\u0007 \u009b2J \u202e \u200f \udb40\udc01 한국 \\u001b \"\n";

    String json = printed(true, new Report().put("text", text));

    assertEquals(text, StrictJson.object(json.getBytes(StandardCharsets.UTF_8)).get("text"));
  }

  @Test
  void one_line_stays_one_line() {
    assertEquals("a\\u000a\\u000db" + System.lineSeparator(), printed(false, line("a\n\rb")));
  }

  private static Report line(String text) {
    return new Report().line(text);
  }

  @Test
  void a_fault_of_ours_is_no_evidence_against_anybody() {
    StringWriter err = new StringWriter();
    CommandLine commands =
        Entente.commandLine(Edge.ofProcess(new Stop())).addSubcommand(new Faulty());
    commands.setErr(new PrintWriter(err));

    assertEquals(ExitCode.LOCAL.value(), commands.execute("faulty"));
    assertTrue(err.toString().contains("FAULT"), err.toString());
    assertFalse(err.toString().contains("\u001b"), err.toString());
  }

  @CommandLine.Command(name = "faulty")
  private static final class Faulty extends EntenteCommand {
    @Override
    Report run() {
      throw new IllegalStateException("\u001b[2J");
    }
  }
}
