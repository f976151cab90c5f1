package org.entente.stix;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/// Rules that both the service and the kit decide by are functions of their input alone.
@AnalyzeClasses(packages = "org.entente.stix", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule only_three_libraries_are_used =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              "org.bouncycastle..",
              "com.fasterxml.jackson.core..",
              "org.antlr.v4.runtime..",
              "org.entente.stix..",
              "org.jspecify..");

  @ArchTest
  static final ArchRule bouncy_castle_is_used_without_its_provider =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.bouncycastle.jce..", "org.bouncycastle.jcajce..");

  @ArchTest
  static final ArchRule nothing_is_read_or_sent =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.nio.file..", "java.net..", "java.sql..", "java.nio.channels..");

  @ArchTest
  static final ArchRule time_is_given =
      noClasses()
          .should()
          .callMethod(java.time.Instant.class, "now")
          .orShould()
          .callMethod(System.class, "currentTimeMillis");

  @ArchTest
  static final ArchRule packages_form_no_cycles =
      slices().matching("org.entente.stix.(*)..").should().beFreeOfCycles().allowEmptyShould(true);

  @ArchTest
  static final ArchRule names_say_what_a_thing_is =
      noClasses()
          .should()
          .haveNameMatching(".*(Util|Utils|Helper|Manager|Impl|Dto|Data|Info|Base|Abstract)");
}
