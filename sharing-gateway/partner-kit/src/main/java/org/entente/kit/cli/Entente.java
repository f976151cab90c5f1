package org.entente.kit.cli;

import java.util.LinkedHashMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line's entry point. */
@Command(
    name = "entente",
    mixinStandardHelpOptions = true,
    version = "entente 0.1",
    description = "Warn and be warned: sign, submit, pull, look up and verify.",
    subcommands = {
      KeysCommand.class,
      CheckCommand.class,
      PrepareCommand.class,
      SignCommand.class,
      SubmitCommand.class,
      PullCommand.class,
      WithdrawalsCommand.class,
      LookupCommand.class,
      ReleaseCommand.class,
      WithdrawCommand.class,
      ExplainCommand.class,
      RightsCommand.class,
      SightingCommand.class,
      OpinionCommand.class,
      VerifyCommand.class,
      LogCommand.class,
      JournalCommand.class,
      ReconcileCommand.class,
      WitnessCommand.class,
      MirrorCommand.class,
      EvidenceCommand.class,
      ExchangeCommand.class,
      CommandLine.HelpCommand.class
    })
public final class Entente {

  /**
   * Columns of a help text: as wide as the examples in it, which nobody could paste in two parts.
   */
  static final int WIDTH = 96;

  private final Edge edge;

  private Entente(Edge edge) {
    this.edge = edge;
  }

  Edge edge() {
    return edge;
  }

  /** Runs one command and ends the process with its exit code. */
  public static void main(String[] args) {
    sendOnce();
    keepQuiet();
    Stop stop = new Stop();
    CompletableFuture<Integer> ended = new CompletableFuture<>();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stopCleanly(stop, ended)));
    int code = commandLine(Edge.ofProcess(stop)).execute(args);
    ended.complete(code);
    System.exit(code);
  }

  /**
   * Java's client sends a GET again by itself when a kept connection breaks. The log would then
   * have two requests under one number of ours; we try again ourselves, and say so.
   */
  private static void sendOnce() {
    System.setProperty("jdk.httpclient.redirects.retrylimit", "1");
  }

  /** A library of ours asks for somewhere to log to, and there is nowhere, and nothing to log. */
  private static void keepQuiet() {
    System.setProperty("slf4j.internal.verbosity", "ERROR");
  }

  /** A command that can stop where it stands does; every other one is ended where it is. */
  private static void stopCleanly(Stop stop, CompletableFuture<Integer> ended) {
    if (!ended.isDone() && stop.request()) {
      ended.completeOnTimeout(ExitCode.UNAVAILABLE.value(), 20, TimeUnit.SECONDS);
      Runtime.getRuntime().halt(ended.join());
    }
  }

  /** The whole command line, also for tests. */
  static CommandLine commandLine(Edge edge) {
    CommandLine commands = new CommandLine(new Entente(edge));
    // The edge of the process: a fault of ours must not look like evidence that does not verify.
    commands.setExecutionExceptionHandler((fault, command, parsed) ->
        new Console(command.getOut(), command.getErr(), false)
            .fail(ExitCode.LOCAL, "FAULT", fault.toString()));
    teach(commands);
    return commands;
  }

  /** Every help ends with the exit codes; every command has a help. */
  private static void teach(CommandLine command) {
    CommandLine.Model.UsageMessageSpec usage = command.getCommandSpec().usageMessage();
    usage.width(WIDTH);
    usage.exitCodeListHeading("%nExit codes:%n");
    var codes = new LinkedHashMap<String, String>();
    for (ExitCode code : ExitCode.values()) {
      String[] parts = code.line().split(":", 2);
      codes.put(parts[0], parts[1]);
    }
    usage.exitCodeList(codes);
    if (!command.getCommandName().equals("help")) {
      command.getCommandSpec().mixinStandardHelpOptions(true);
    }
    command.getSubcommands().values().forEach(Entente::teach);
  }
}
