package org.entente.local.launcher;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import org.entente.local.exchange.OwnerAccess;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What an insider with the database's password can do. */
@Command(
    name = "sql",
    description = "Runs statements as the owner of a running exchange's database.",
    mixinStandardHelpOptions = true)
final class SqlCommand implements Callable<Integer> {

  @Option(names = "--folder", description = "The run folder, default ${DEFAULT-VALUE}.")
  Path folder = Path.of("deploy/local/target/run");

  @Parameters(index = "0", description = "audit or indicators")
  String database = "";

  @Parameters(index = "1", description = "One or more statements, separated by semicolons.")
  String statements = "";

  @Override
  public Integer call() throws SQLException {
    long changed = OwnerAccess.of(folder).run(database, statements);
    System.out.println(changed + (changed == 1 ? " row" : " rows") + " changed");
    return 0;
  }
}
