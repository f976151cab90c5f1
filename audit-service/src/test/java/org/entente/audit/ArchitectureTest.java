package org.entente.audit;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;

/** What a reader may rely on without reading everything. */
@AnalyzeClasses(packages = "org.entente.audit", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule features_form_no_cycles =
      slices().matching("org.entente.audit.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule records_are_pure =
      classes()
          .that()
          .resideInAPackage("..audit.record")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              "com.fasterxml.jackson.core..",
              "..audit.disclosure",
              "..audit.record",
              "..audit.refusal",
              "org.jspecify..");

  @ArchTest
  static final ArchRule disclosures_are_pure =
      classes()
          .that()
          .resideInAPackage("..audit.disclosure")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              "com.fasterxml.jackson.core..",
              "..audit.disclosure",
              "..audit.refusal",
              "org.jspecify..");

  @ArchTest
  static final ArchRule who_may_read_is_decided_purely =
      classes()
          .that()
          .resideInAPackage("..audit.visibility")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("java..", "..audit.record", "..audit.visibility", "org.jspecify..");

  @ArchTest
  static final ArchRule what_to_sequence_is_decided_purely =
      classes()
          .that()
          .haveSimpleNameStartingWith("BatchPlan")
          .or()
          .haveSimpleName("Head")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              "org.entente.log..",
              "..audit.record",
              "..audit.sequencer",
              "org.jspecify..");

  /** What a review says, what it covers, and whether it fits its records. */
  @ArchTest
  static final ArchRule reviews_are_judged_purely =
      classes()
          .that()
          .resideInAPackage("..audit.review")
          .and()
          .haveNameMatching(".*\\.(Cover|Fit|Frozen|Month|Note|ReviewQuery|Span|Statement)")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              "..audit.record",
              "..audit.refusal",
              "..audit.review",
              "..audit.search",
              "org.jspecify..");

  @ArchTest
  static final ArchRule only_resources_and_mappers_speak_http =
      noClasses()
          .that()
          .haveSimpleNameNotEndingWith("Resource")
          .and()
          .haveSimpleNameNotEndingWith("Mapper")
          .and()
          .haveSimpleNameNotEndingWith("Parameters")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("jakarta.ws.rs..");

  @ArchTest
  static final ArchRule only_resources_know_paths =
      noClasses()
          .that()
          .haveSimpleNameNotEndingWith("Resource")
          .should()
          .beAnnotatedWith("jakarta.ws.rs.Path");

  /** Time stamps are as open as checkpoints, and the language is the browser's own. */
  @ArchTest
  static final ArchRule no_door_opens_without_a_record =
      classes()
          .that()
          .areAnnotatedWith("jakarta.ws.rs.Path")
          .and()
          .doNotHaveSimpleName("TimestampResource")
          .and()
          .doNotHaveSimpleName("LanguageResource")
          .should()
          .dependOnClassesThat()
          .haveSimpleName("RecordedAccess")
          .orShould()
          .dependOnClassesThat()
          .haveSimpleName("AppendAccess")
          .orShould()
          .dependOnClassesThat()
          .haveSimpleName("Pages");

  /** The console shows the log; what makes the log, and vouches for it, runs without a console. */
  @ArchTest
  static final ArchRule what_the_console_shows_does_not_know_it =
      noClasses()
          .that()
          .resideInAnyPackage(
              "..audit.access",
              "..audit.administration",
              "..audit.append",
              "..audit.fsck",
              "..audit.receipt",
              "..audit.reconciliation",
              "..audit.retention",
              "..audit.review",
              "..audit.search",
              "..audit.sequencer",
              "..audit.tile",
              "..audit.timestamp",
              "..audit.tree",
              "..audit.witness")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("..audit.console");

  @ArchTest static final ArchRule nobody_builds_on_append = onlyItself("append");

  @ArchTest static final ArchRule nobody_builds_on_export = onlyItself("export");

  @ArchTest
  static final ArchRule only_pages_build_on_receipt = onlyItselfAnd("receipt", "..audit.console");

  @ArchTest static final ArchRule nobody_builds_on_retention = onlyItself("retention");

  @ArchTest static final ArchRule nobody_builds_on_sequence = onlyItself("sequence");

  @ArchTest static final ArchRule nobody_builds_on_tile = onlyItself("tile");

  private static ArchRule onlyItself(String door) {
    return onlyItselfAnd(door);
  }

  private static ArchRule onlyItselfAnd(String door, String... others) {
    var inside = "..audit." + door;
    var users = Stream.concat(Stream.of(inside), Stream.of(others)).toArray(String[]::new);
    return classes()
        .that()
        .resideInAPackage(inside)
        .should()
        .onlyHaveDependentClassesThat()
        .resideInAnyPackage(users);
  }

  @ArchTest
  static final ArchRule statements_are_prepared_by_the_store =
      noClasses()
          .that()
          .haveSimpleNameNotStartingWith("Postgres")
          .and()
          .haveSimpleNameNotStartingWith("Stored")
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.sql.PreparedStatement")
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.sql.Statement");

  /** Nothing that somebody waits for runs without end; what fills the search index is a job. */
  @ArchTest
  static final ArchRule what_somebody_waits_for_is_bounded_in_time =
      noClasses()
          .that()
          .resideInAnyPackage(
              "..audit.console",
              "..audit.export",
              "..audit.reconciliation",
              "..audit.review",
              "..audit.search",
              "..audit.sequence")
          .and()
          .doNotHaveSimpleName("PostgresIndexing")
          .should()
          .callMethod(java.sql.Connection.class, "prepareStatement", String.class)
          .orShould()
          .callMethod(java.sql.Connection.class, "createStatement");

  @ArchTest
  static final ArchRule only_one_place_writes_the_log =
      noClasses()
          .that()
          .resideOutsideOfPackage("..audit.sequencer")
          .should()
          .dependOnClassesThat()
          .haveSimpleName("PostgresStatements");

  @ArchTest
  static final ArchRule names_say_something =
      noClasses()
          .should()
          .haveSimpleNameEndingWith("Util")
          .orShould()
          .haveSimpleNameEndingWith("Utils")
          .orShould()
          .haveSimpleNameEndingWith("Helper")
          .orShould()
          .haveSimpleNameEndingWith("Manager")
          .orShould()
          .haveSimpleNameEndingWith("Impl")
          .orShould()
          .haveSimpleNameEndingWith("Dto")
          .orShould()
          .haveSimpleNameStartingWith("Base")
          .orShould()
          .haveSimpleNameStartingWith("Abstract");
}
