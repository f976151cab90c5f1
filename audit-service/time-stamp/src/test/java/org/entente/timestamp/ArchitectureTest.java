package org.entente.timestamp;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Judging a time stamp touches nothing but its input. */
@AnalyzeClasses(packages = "org.entente.timestamp", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule only_java_and_bouncy_castle_are_used =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              "javax.security.auth.x500..",
              "org.bouncycastle..",
              "org.entente.timestamp",
              "org.jspecify..");

  @ArchTest
  static final ArchRule nothing_is_read_or_sent =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.nio.file..", "java.net..", "java.sql..", "java.nio.channels..");

  @ArchTest
  static final ArchRule time_is_given =
      noClasses().should().callMethod(java.time.Instant.class, "now");
}
