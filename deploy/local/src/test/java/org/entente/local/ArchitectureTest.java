package org.entente.local;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
    packages = "org.entente.local",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule features_form_no_cycles =
      slices().matching("org.entente.local.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule names_say_what_a_class_is =
      noClasses()
          .should()
          .haveNameMatching(".*(Util|Utils|Helper|Manager|Impl|Dto|Data|Info|Base|Abstract)");

  @ArchTest
  static final ArchRule the_launcher_stays_outside_the_services =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.entente.gateway..", "org.entente.indicator..", "org.entente.audit..");
}
