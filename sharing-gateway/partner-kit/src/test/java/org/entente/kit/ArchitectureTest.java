package org.entente.kit;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** What a partner who embeds the kit, and a reader, may rely on. */
@AnalyzeClasses(packages = "org.entente.kit", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule features_form_no_cycles =
      slices().matching("org.entente.kit.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule verification_has_no_way_to_the_network =
      noClasses()
          .that()
          .resideInAnyPackage("..kit.manifest", "..kit.stix", "..kit.evidence", "..kit.json")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.net.http..", "javax.net..", "..kit.client..", "..kit.cli..")
          .orShould()
          .dependOnClassesThat()
          .haveNameMatching(
              "java\\.net\\.(URL|URLConnection|Socket|InetAddress|HttpURLConnection)");

  @ArchTest
  static final ArchRule manifests_and_objects_touch_no_file =
      classes()
          .that()
          .resideInAnyPackage("..kit.manifest", "..kit.stix", "..kit.json")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java.lang..",
              "java.util..",
              "java.time..",
              "java.math..",
              "java.io..",
              "java.net",
              "java.nio",
              "java.nio.charset..",
              "java.security..",
              "com.fasterxml.jackson.core..",
              "org.bouncycastle..",
              "org.jspecify..",
              "org.entente.stix..",
              "org.entente.revocation",
              "org.entente.kit.manifest",
              "org.entente.kit.stix",
              "org.entente.kit.json");

  @ArchTest
  static final ArchRule only_the_command_line_knows_picocli =
      noClasses()
          .that()
          .resideOutsideOfPackage("..kit.cli")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("picocli..");

  @ArchTest
  static final ArchRule only_the_client_speaks_http =
      noClasses()
          .that()
          .resideOutsideOfPackage("..kit.client")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.net.http..", "javax.net.ssl..");

  @ArchTest
  static final ArchRule only_the_edge_ends_the_process_or_prints =
      noClasses()
          .that()
          .doNotHaveSimpleName("Entente")
          .should()
          .callMethod(System.class, "exit", int.class)
          .orShould()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err");

  @ArchTest
  static final ArchRule time_is_given =
      noClasses()
          .should()
          .callMethod(java.time.Instant.class, "now")
          .orShould()
          .callMethod(System.class, "currentTimeMillis");

  @ArchTest
  static final ArchRule names_say_something =
      noClasses()
          .should()
          .haveNameMatching(".*(Util|Utils|Helper|Manager|Impl|Dto|Data|Info|Base|Abstract)");
}
