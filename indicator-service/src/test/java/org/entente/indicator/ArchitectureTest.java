package org.entente.indicator;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameStartingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
    packages = "org.entente.indicator",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule features_form_no_cycles =
      slices().matching("org.entente.indicator.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule pure_packages_stay_pure =
      classes()
          .that()
          .resideInAnyPackage("..indicator.stix..", "..indicator.bytes..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java.lang..",
              "java.util..",
              "java.time..",
              "java.security..",
              "java.io..",
              "org.jspecify..",
              "org.entente.stix..",
              "org.entente.indicator.stix..",
              "org.entente.indicator.bytes..");

  @ArchTest
  static final ArchRule reading_an_envelope_needs_a_parser_and_nothing_else =
      classes()
          .that()
          .resideInAPackage("..indicator.envelope..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              "org.jspecify..",
              "org.entente.stix.json..",
              "org.entente.indicator.envelope..",
              "org.entente.indicator.stix..",
              "org.entente.indicator.bytes..",
              "org.entente.indicator.refusal..");

  @ArchTest
  static final ArchRule only_resources_speak_http =
      noClasses()
          .that(are(DescribedPredicate.not(simpleNameEndingWith("Resource"))))
          .and(are(DescribedPredicate.not(simpleNameEndingWith("RestClient"))))
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName("jakarta.ws.rs.Path");

  @ArchTest
  static final ArchRule only_rest_clients_use_the_rest_client =
      noClasses()
          .that(are(DescribedPredicate.not(simpleNameEndingWith("RestClient"))))
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName("org.eclipse.microprofile.rest.client.inject.RegisterRestClient");

  @ArchTest
  static final ArchRule only_postgres_speaks_sql =
      noClasses()
          .that(are(DescribedPredicate.not(simpleNameStartingWith("Postgres"))))
          .and()
          .doNotHaveFullyQualifiedName("org.entente.indicator.store.PostgresSession$SqlWork")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("java.sql..");

  /// Everything that leaves, leaves through one class, after its record.
  @ArchTest
  static final ArchRule only_calls_lets_answers_go =
      noClasses()
          .that()
          .doNotHaveSimpleName("Calls")
          .should()
          .dependOnClassesThat()
          .haveNameMatching(".*RestResponse\\$ResponseBuilder");

  @ArchTest
  static final ArchRule names_say_what_a_thing_is =
      noClasses()
          .should()
          .haveNameMatching(".*(Util|Utils|Helper|Manager|Impl|Dto|Data|Info|Base|Abstract)");

  private static DescribedPredicate<JavaClass> are(DescribedPredicate<JavaClass> predicate) {
    return predicate;
  }
}
