package org.entente.gateway;

import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** What a reader may rely on without reading everything. */
@AnalyzeClasses(packages = "org.entente.gateway", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule features_form_no_cycles =
      slices().matching("org.entente.gateway.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule decisions_are_pure =
      classes()
          .that()
          .haveNameMatching(
              ".*\\.(Negotiation|MediaRange|Scope|Multipart|BoundedBody|ContentDigest|Incoming"
                  + "|TokenFault|TokenText|Operation|Attempt|Actor|Particulars|Outcome"
                  + "|AccessRecord|BareStatus|ErrorBody|Answer|Code|Refused|TlsTrust|ClientCertificate)")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              "com.fasterxml.jackson..",
              "org.entente.kit..",
              "org.entente.gateway..",
              "org.jspecify..");

  @ArchTest
  static final ArchRule only_resources_and_rest_clients_know_paths =
      noClasses()
          .that()
          .haveSimpleNameNotEndingWith("Resource")
          .and()
          .haveSimpleNameNotEndingWith("RestClient")
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName("jakarta.ws.rs.Path");

  @ArchTest
  static final ArchRule only_rest_clients_use_the_rest_client =
      noClasses()
          .that()
          .haveSimpleNameNotEndingWith("RestClient")
          .should()
          .dependOnClassesThat()
          .haveNameMatching(".*\\.RegisterRestClient");

  @ArchTest
  static final ArchRule a_token_is_read_in_one_place_so_once_per_request =
      noClasses()
          .that()
          .doNotHaveSimpleName("PresentedToken")
          .should()
          .accessTargetWhere(
              target(name("of"))
                  .and(target(owner(simpleName("TokenText"))))
                  .as("TokenText is read from text"));

  @ArchTest
  static final ArchRule nobody_writes_a_record_but_the_recorder =
      noClasses()
          .that()
          .resideOutsideOfPackage("..gateway.record")
          .should()
          .dependOnClassesThat()
          .haveSimpleNameStartingWith("AuditRest");

  @ArchTest
  static final ArchRule nothing_is_kept_in_a_database_or_a_file =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.sql..", "javax.sql..")
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.nio.file.Files");

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
