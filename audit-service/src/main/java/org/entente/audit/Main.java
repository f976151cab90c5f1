package org.entente.audit;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.util.List;
import org.entente.audit.fsck.FsckCommand;

/**
 * The service; or, when its first argument is {@code fsck}, the check of its log and no service.
 */
@QuarkusMain
public final class Main {

  private Main() {}

  /** Runs either until it ends. */
  public static void main(String[] args) {
    if (args.length > 0 && args[0].equals("fsck")) {
      var arguments = List.of(args).subList(1, args.length);
      System.exit(new FsckCommand(System.out, System.err).run(arguments));
    }
    Quarkus.run(args);
  }
}
