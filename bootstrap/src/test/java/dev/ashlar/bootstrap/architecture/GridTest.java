package dev.ashlar.bootstrap.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.INTERFACES;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures;
import com.tngtech.archunit.library.GeneralCodingRules;
import dev.ashlar.kernel.application.AfterCommit;
import dev.ashlar.kernel.application.ApplicationService;
import dev.ashlar.kernel.application.LostRace;
import dev.ashlar.kernel.application.Workflow;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.scheduling.annotation.Async;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.web.bind.annotation.RestController;

/** Every class sits in a cell of the grid and uses what that cell may use. */
@AnalyzeClasses(packages = "dev.ashlar", importOptions = WithoutTests.class)
class GridTest {
    private static final String PUBLISHED = "dev.ashlar.(*)";
    private static final String DOMAIN = "dev.ashlar.*.domain..";
    private static final String APPLICATION = "dev.ashlar.*.application..";
    private static final String PERSISTENCE = "dev.ashlar.*.persistence..";
    private static final String WEB = "dev.ashlar.*.web..";
    private static final String BOOTSTRAP = "dev.ashlar.bootstrap..";

    @ArchTest
    static final ArchRule every_class_is_in_a_cell = classes()
            .should()
            .resideInAnyPackage(PUBLISHED, DOMAIN, APPLICATION, PERSISTENCE, WEB, BOOTSTRAP)
            .because("a class without a cell has no rules");

    @ArchTest
    static final ArchRule dependencies_point_to_the_domain = Architectures.layeredArchitecture()
            .consideringOnlyDependenciesInAnyPackage("dev.ashlar..")
            .layer("published")
            .definedBy(resideInAnyPackage("dev.ashlar.*").and(not(resideInAnyPackage("dev.ashlar.bootstrap"))))
            .layer("domain")
            .definedBy(DOMAIN)
            .layer("application")
            .definedBy(APPLICATION)
            .layer("persistence")
            .definedBy(PERSISTENCE)
            .layer("web")
            .definedBy(WEB)
            .layer("bootstrap")
            .definedBy(BOOTSTRAP)
            .whereLayer("bootstrap")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("web")
            .mayOnlyBeAccessedByLayers("bootstrap")
            .whereLayer("persistence")
            .mayOnlyBeAccessedByLayers("bootstrap")
            .whereLayer("application")
            .mayOnlyBeAccessedByLayers("persistence", "web", "bootstrap")
            .whereLayer("domain")
            .mayOnlyBeAccessedByLayers("application", "persistence", "web", "bootstrap");

    @ArchTest
    static final ArchRule domain_is_plain_java = classes()
            .that()
            .resideInAPackage(DOMAIN)
            .or(resideInAnyPackage("dev.ashlar.*").and(not(resideInAnyPackage("dev.ashlar.bootstrap"))))
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(
                    "java..",
                    "org.jspecify.annotations",
                    "dev.ashlar.*",
                    DOMAIN,
                    "com.github.f4b6a3.uuid",
                    "org.springframework.modulith"))
            .because("rules of the business must not know who stores or shows them");

    @ArchTest
    static final ArchRule application_knows_only_boundaries = classes()
            .that()
            .resideInAPackage(APPLICATION)
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(
                            "java..",
                            "org.jspecify.annotations",
                            "org.slf4j",
                            "dev.ashlar.*",
                            DOMAIN,
                            APPLICATION,
                            "org.springframework.stereotype",
                            "org.springframework.transaction.annotation",
                            "org.springframework.context.event",
                            "org.springframework.resilience.annotation")
                    .or(nameMatching("org\\.springframework\\.context\\.ApplicationEventPublisher"))
                    .or(nameMatching("org\\.springframework\\.resilience\\.retry\\.MethodRetryPredicate"))
                    .or(nameMatching(".*\\.TransactionSynchronizationManager"))
                    // What @AfterCommit is composed of, and nobody else uses.
                    .or(nameMatching("org\\.springframework\\.core\\.annotation\\.AliasFor"))
                    .or(nameMatching("org\\.springframework\\.scheduling\\.annotation\\.Async"))
                    .or(nameMatching(
                            "org\\.springframework\\.transaction\\.event\\.Transaction(alEventListener|Phase)"))
                    .or(nameMatching("org\\.springframework\\.dao\\.DataAccessException")))
            .because("a use case owns its transaction and nothing else of the framework");

    @ArchTest
    static final ArchRule only_application_opens_transactions = noClasses()
            .that()
            .resideOutsideOfPackage(APPLICATION)
            .should()
            .dependOnClassesThat()
            .areAssignableTo(Transactional.class)
            .because("whoever decides owns the boundary");

    @ArchTest
    static final ArchRule only_after_commit_leaves_the_thread = noClasses()
            .that()
            .resideInAnyPackage(DOMAIN, APPLICATION)
            .and()
            .areNotAssignableTo(AfterCommit.class)
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(Async.class, TransactionalEventListener.class)
            .because("work that leaves its transaction must be written down first, which only @AfterCommit stands for");

    @ArchTest
    static final ArchRule services_are_marked = classes()
            .that()
            .resideInAPackage(APPLICATION)
            .and()
            .haveSimpleNameEndingWith("Service")
            .and()
            .doNotHaveModifier(JavaModifier.ABSTRACT)
            .and()
            .areNotAnnotations()
            .should()
            .beAnnotatedWith(ApplicationService.class)
            .because("that is what gives its methods their transaction and their retries");

    @ArchTest
    static final ArchRule workflows_are_marked = classes()
            .that()
            .resideInAPackage(APPLICATION)
            .and()
            .haveSimpleNameEndingWith("Workflow")
            .and()
            .areNotAnnotations()
            .should()
            .beAnnotatedWith(Workflow.class)
            .because("that is what keeps slow work out of transactions");

    @ArchTest
    static final ArchRule databases_are_an_adapter = noClasses()
            .that()
            .resideOutsideOfPackages(PERSISTENCE, BOOTSTRAP)
            .and()
            .areNotAssignableTo(LostRace.class) // reads the SQL state of a failure, and only that
            .and()
            .resideOutsideOfPackage("dev.ashlar.kernel.web.problem") // likewise
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.apache.ibatis..", "org.mybatis..", "java.sql..", "javax.sql..", "org.postgresql..");

    @ArchTest
    static final ArchRule mappers_are_internal = classes()
            .that()
            .areAnnotatedWith(Mapper.class)
            .should()
            .bePackagePrivate()
            .andShould()
            .beInterfaces();

    @ArchTest
    static final ArchRule controllers_are_internal =
            classes().that().areAnnotatedWith(RestController.class).should().bePackagePrivate();

    @ArchTest
    static final ArchRule controllers_use_services_not_ports = noClasses()
            .that()
            .areAnnotatedWith(RestController.class)
            .should()
            .dependOnClassesThat(resideInAnyPackage(DOMAIN).and(INTERFACES))
            .because("a port behind a controller is a use case without a transaction and without authorization");

    @ArchTest
    static final ArchRule time_comes_in = noClasses()
            .that()
            .resideInAnyPackage(DOMAIN, APPLICATION)
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(Clock.class, "systemUTC")
            .orShould()
            .callMethod(UUID.class, "randomUUID")
            .because("what happens must depend on what came in");

    @ArchTest
    static final ArchRule no_field_injection =
            noFields().should().beAnnotatedWith(Autowired.class).because("a constructor says what a class needs");

    @ArchTest
    static final ArchRule no_standard_streams = noClasses()
            .that()
            .resideOutsideOfPackage("dev.ashlar.bootstrap.cli")
            .should(GeneralCodingRules.ACCESS_STANDARD_STREAMS)
            .because("a server has a log; only the command line talks to a terminal");

    @ArchTest
    static final ArchRule no_legacy_time =
            noClasses().should().dependOnClassesThat().belongToAnyOf(java.util.Date.class, java.util.Calendar.class);
}
