package org.entente.local.launcher;

import org.entente.local.process.CannotStart;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Entry point of {@code deploy/local/up} and of what else the local exchange offers. */
@Command(
    name = "exchange",
    description = "The whole exchange on this machine.",
    subcommands = {UpCommand.class, SqlCommand.class},
    synopsisSubcommandLabel = "COMMAND",
    mixinStandardHelpOptions = true)
public final class Main {

  private static final int CANNOT_START = 3;

  private Main() {}

  /** Runs one command and exits with its code; 3: this machine lacks something. */
  public static void main(String[] arguments) {
    var code =
        new CommandLine(new Main()).setExecutionExceptionHandler(Main::explain).execute(arguments);
    System.exit(code);
  }

  private static int explain(
      Exception failure, CommandLine commandLine, CommandLine.ParseResult ignored)
      throws Exception {
    if (failure instanceof CannotStart reason) {
      commandLine.getErr().println(reason.sentence());
      return CANNOT_START;
    }
    throw failure;
  }
}
