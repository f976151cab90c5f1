package org.entente.kit.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.entente.kit.client.ExchangeRefused;
import org.entente.kit.client.Session;
import org.entente.kit.client.Unreachable;
import org.entente.kit.evidence.EvidenceUnreadable;
import org.entente.kit.evidence.PackRejected;
import org.entente.kit.file.FileMismatch;
import org.entente.kit.file.FileTrouble;
import org.entente.kit.json.JsonRejected;
import org.entente.kit.manifest.ManifestRejected;
import org.entente.kit.mirror.LogContradicted;
import org.entente.kit.mirror.LogUnfit;
import org.entente.kit.mirror.MirrorDamaged;
import org.entente.kit.profile.PartnerProfile;
import org.entente.kit.profile.ProfileInvalid;
import org.entente.kit.stix.StixUnreadable;
import org.entente.log.EvidenceRejected;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What all commands share: the profile, the form of the output, and the way errors end. */
abstract class EntenteCommand implements Callable<Integer> {

  @Spec
  @SuppressWarnings("NullAway.Init") // Picocli sets it before anything is called.
  private CommandSpec spec;

  @Option(
      names = {"-p", "--profile"},
      paramLabel = "FILE",
      description = "The client's profile (or ENTENTE_PROFILE).",
      defaultValue = "${env:ENTENTE_PROFILE}")
  private @Nullable Path profile;

  @Option(names = "--json", description = "Print one JSON document instead of lines.")
  private boolean json;

  /** Does the work. Every expected failure is an exception that {@link #call()} knows. */
  abstract Report run();

  @Override
  public final Integer call() {
    PrintWriter err = spec.commandLine().getErr();
    PrintWriter out = writesToStandardOutput() ? err : spec.commandLine().getOut();
    Console console = new Console(out, err, json);
    try {
      return printed(console, out);
    } catch (ManifestRejected e) {
      return console.fail(ExitCode.NOT_VERIFIED, e.code().name(), e.detail());
    } catch (EvidenceRejected e) {
      return console.fail(ExitCode.NOT_VERIFIED, e.reason().name(), e.detail());
    } catch (JsonRejected e) { // Only answers and records are read as JSON, never local files.
      return console.fail(ExitCode.NOT_VERIFIED, "JSON_INVALID", text(e));
    } catch (EvidenceUnreadable e) {
      return console.fail(ExitCode.NOT_VERIFIED, "EVIDENCE_UNREADABLE", text(e));
    } catch (LogContradicted e) {
      return console.fail(ExitCode.CONTRADICTED, "THE LOG CONTRADICTS ITSELF", text(e));
    } catch (MirrorDamaged | LogUnfit | PackRejected e) {
      return console.fail(ExitCode.NOT_VERIFIED, "DAMAGED", text(e));
    } catch (ExchangeRefused e) {
      ExitCode exit = e.temporary() ? ExitCode.UNAVAILABLE : ExitCode.REFUSED;
      return console.fail(exit, e.status() + " " + e.code(), e.detail());
    } catch (Unreachable e) {
      return console.fail(ExitCode.UNAVAILABLE, "UNREACHABLE", text(e));
    } catch (FileMismatch e) {
      return console.fail(ExitCode.LOCAL, "NOT_THE_SAME", text(e));
    } catch (ProfileInvalid | StixUnreadable | FileTrouble e) {
      return console.fail(ExitCode.LOCAL, "LOCAL", text(e));
    }
  }

  private int printed(Console console, PrintWriter out) {
    int exit = console.print(run());
    if (!out.checkError()) {
      told();
    }
    return exit;
  }

  /** Called when the report has gone out, and not when nobody reads it. */
  void told() {}

  /** Whether the report is one JSON document. */
  final boolean json() {
    return json;
  }

  /** Whether standard output carries what was asked for, so that the report goes elsewhere. */
  boolean writesToStandardOutput() {
    return false;
  }

  /** Tells people a line at once; programs that want one document are told at the end. */
  final void say(String line) {
    if (!json) {
      spec.commandLine().getOut().println(Console.harmless(line));
      spec.commandLine().getOut().flush();
    }
  }

  /** Tells whoever watches over the process at once, in either form of output. */
  final void warn(String line) {
    spec.commandLine().getErr().println("entente: " + Console.harmless(line));
    spec.commandLine().getErr().flush();
  }

  /** What the process's edge offers. */
  final Edge edge() {
    return ((Entente) spec.root().userObject()).edge();
  }

  /** One line that says how far the command has come. */
  final ProgressLine progress() {
    return new ProgressLine(spec.commandLine().getErr(), edge().terminal());
  }

  final PartnerProfile profile() {
    Path file = profile;
    if (file == null || file.toString().isEmpty()) {
      throw usage("Name the client's profile with --profile FILE or ENTENTE_PROFILE.");
    }
    return PartnerProfile.read(file);
  }

  final Session session() {
    return Session.of(profile(), edge().disk(), edge().time().clock());
  }

  final ParameterException usage(String detail) {
    return new ParameterException(spec.commandLine(), detail);
  }

  private static String text(RuntimeException e) {
    return String.valueOf(e.getMessage());
  }
}
