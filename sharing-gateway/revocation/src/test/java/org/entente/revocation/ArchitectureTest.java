package org.entente.revocation;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Judging a certificate touches nothing but its input; only fetching goes anywhere. */
@AnalyzeClasses(packages = "org.entente.revocation", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule only_java_is_used =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..", "javax.security.auth.x500..", "org.entente.revocation..", "org.jspecify..");

  @ArchTest
  static final ArchRule only_sources_go_anywhere =
      noClasses()
          .that()
          .resideOutsideOfPackage("..revocation.source")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "..revocation.source",
              "java.nio.file..",
              "java.net..",
              "java.sql..",
              "java.nio.channels..");

  @ArchTest
  static final ArchRule time_is_given =
      noClasses().should().callMethod(java.time.Instant.class, "now");
}
