package org.entente.kubernetes.application;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.entente.local.exchange.Ports;
import org.entente.local.postgres.Postgres;
import org.entente.local.process.ChildProcess;
import org.entente.local.process.Command;
import org.entente.local.process.ProcessLedger;
import org.entente.pki.Pki;

/**
 * Starts what a pod would start, with exactly its files and variables. Only ports, the database's
 * address and what stands in the secrets are ours.
 */
record PodProcess(PodFiles files, Postgres postgres, Ports ports, ProcessLedger ledger) {

  private static final String LOCATIONS = "QUARKUS_CONFIG_LOCATIONS";
  private static final String INSTALLATION = "/etc/entente/installation/installation.properties";
  private static final Map<String, String> DATABASES =
      Map.of("indicator-service", "indicators", "audit-service", "audit");

  /**
   * Not started yet.
   *
   * @param service whose jar it is
   * @param pod where its files were written
   * @param arguments behind the jar
   */
  ChildProcess of(Installed service, Path pod, List<String> arguments) throws IOException {
    tell(service.name(), pod);
    var line = new ArrayList<String>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.addAll(List.of("-Xmx256m", "--enable-native-access=ALL-UNNAMED"));
    var jar = new Packaged(service.name()).folder().resolve("quarkus-run.jar");
    line.addAll(List.of("-jar", jar.toString()));
    line.addAll(arguments);
    var command = new Command(line, pod, environment(service, pod));
    var name = String.join("-", service.name(), String.join("", arguments));
    return new ChildProcess(name, command, pod.resolve("log" + arguments.size()), ledger);
  }

  Ports.Pair ports(String name) {
    return switch (name) {
      case Pki.GATEWAY -> ports.gateway();
      case Pki.INDICATOR_SERVICE -> ports.indicatorService();
      default -> ports.auditService();
    };
  }

  /**
   * As an installation says what is its own: the base names another database, and must not count.
   */
  private void tell(String service, Path pod) throws IOException {
    var text = new StringBuilder("\n");
    ours(service).forEach((name, value) -> text.append(name + "=" + value + "\n"));
    var file = Path.of(files.moved(INSTALLATION, pod));
    Files.writeString(file, text, StandardOpenOption.APPEND);
  }

  private Map<String, Object> ours(String service) {
    var own = ports(service);
    var ours = new HashMap<String, Object>();
    ours.put("quarkus.http.ssl-port", own.main());
    ours.put("quarkus.management.port", own.management());
    if (DATABASES.containsKey(service)) {
      ours.put("quarkus.datasource.jdbc.url", postgres.jdbcUrl(DATABASES.get(service)));
    }
    return ours;
  }

  private Map<String, String> environment(Installed service, Path pod) {
    var environment = new HashMap<String, String>();
    environment.put(LOCATIONS, files.moved(service.environment(LOCATIONS), pod));
    environment.put("POD_IP", "127.0.0.1");
    var database = DATABASES.get(service.name());
    if (database != null) {
      environment.put("QUARKUS_DATASOURCE_USERNAME", database);
      environment.put("QUARKUS_DATASOURCE_PASSWORD", postgres.password(database));
    }
    return environment;
  }
}
