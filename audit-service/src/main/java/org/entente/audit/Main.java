package org.entente.audit;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.util.List;
import org.entente.audit.fsck.FsckCommand;
import org.entente.audit.restore.RestoreCommand;

/**
 * The service; or, when its first argument is {@code fsck} or {@code restore}, that command and no
 * service.
 */
@QuarkusMain
public final class Main {

  private Main() {}

  /** Runs either until it ends. */
  public static void main(String[] args) {
    switch (args.length == 0 ? "" : args[0]) {
      case "fsck" -> System.exit(new FsckCommand(System.out, System.err).run(rest(args)));
      case "restore" -> System.exit(new RestoreCommand(System.out, System.err).run(rest(args)));
      default -> Quarkus.run(args);
    }
  }

  private static List<String> rest(String[] args) {
    return List.of(args).subList(1, args.length);
  }
}
