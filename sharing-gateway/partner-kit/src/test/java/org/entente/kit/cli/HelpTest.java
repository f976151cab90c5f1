package org.entente.kit.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** What every command says of itself. */
class HelpTest {

  @Test
  void no_line_written_by_hand_is_broken() {
    List<String> tooLong =
        commands(Entente.commandLine(Edge.ofProcess(new Stop())))
            .flatMap(command ->
                Stream.of(command.getCommandSpec().usageMessage().footer())
                    .flatMap(footer -> footer.formatted().lines())
                    .filter(line -> line.length() >= Entente.WIDTH))
            .toList();
    assertEquals(List.of(), tooLong);
  }

  private static Stream<CommandLine> commands(CommandLine command) {
    return Stream.concat(
        Stream.of(command), command.getSubcommands().values().stream().flatMap(HelpTest::commands));
  }
}
