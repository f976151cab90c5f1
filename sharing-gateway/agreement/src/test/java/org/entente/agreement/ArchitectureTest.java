package org.entente.agreement;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** All services read the agreement by this code, so it knows none of them. */
@AnalyzeClasses(packages = "org.entente.agreement", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule it_stands_on_few =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              "javax.security.auth.x500",
              "com.fasterxml.jackson..",
              "com.networknt.schema..",
              "org.snakeyaml.engine..",
              "org.entente.agreement..",
              "org.jspecify..");

  /** What limits count is no matter of the file; that their figures stand there is. */
  @ArchTest
  static final ArchRule reading_the_file_needs_no_limits =
      noClasses()
          .that()
          .resideInAPackage("org.entente.agreement")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.entente.agreement.limit");

  @ArchTest
  static final ArchRule the_schema_is_known_in_one_place =
      noClasses()
          .that()
          .doNotHaveSimpleName("ExchangeSchema")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.networknt..");

  @ArchTest
  static final ArchRule nothing_is_sent =
      noClasses()
          .should()
          .dependOnClassesThat()
          .haveNameMatching(
              "java\\.net\\.(http\\..*|URL|URLConnection|Socket|InetAddress|HttpURLConnection)");
}
