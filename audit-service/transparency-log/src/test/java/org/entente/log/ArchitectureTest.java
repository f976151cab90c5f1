package org.entente.log;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** What an auditor trusts is small, and touches nothing but its input. */
@AnalyzeClasses(packages = "org.entente.log", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule only_java_and_bouncy_castle_are_used =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("java..", "org.bouncycastle..", "org.entente.log", "org.jspecify..");

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
          .resideInAnyPackage("java.nio.file..", "java.net..", "java.sql..", "java.nio.channels..")
          .orShould()
          .dependOnClassesThat()
          .haveNameMatching("java\\.io\\.(File|Console|RandomAccess).*");

  @ArchTest
  static final ArchRule time_is_given =
      noClasses()
          .should()
          .callMethod(java.time.Instant.class, "now")
          .orShould()
          .callMethod(System.class, "currentTimeMillis");

  @ArchTest
  static final ArchRule names_say_what_a_thing_is =
      noClasses()
          .should()
          .haveNameMatching(".*(Util|Utils|Helper|Manager|Impl|Dto|Data|Info|Base|Abstract)");
}
