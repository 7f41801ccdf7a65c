// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.containAnyMethodsThat;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.annotatedWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.lang.ArchRule;
import dev.ashlar.kernel.SelfContained;
import dev.ashlar.kernel.application.AfterCommit;
import dev.ashlar.kernel.application.Idempotency;
import dev.ashlar.kernel.application.Workflow;
import dev.ashlar.kernel.persistence.testing.TestDatabase;
import dev.ashlar.kernel.web.Once;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.modulith.ApplicationModule;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Contexts that may have their own database: nothing of them commits together with what stays in the common one. */
class SelfContainedContextsTest {
    private static final JavaClasses CLASSES = ArchConfiguration.withThreadLocalScope(reading -> {
        reading.setResolveMissingDependenciesFromClassPath(false); // libraries, which are most of the classes
        return new ClassFileImporter()
                .withImportOption(new DoNotIncludeTests())
                .withImportOption(location -> !location.contains("-tests.jar"))
                .importPackages("dev.ashlar");
    });
    private static final Set<String> CONTEXTS = CLASSES.stream()
            .filter(type -> type.getSimpleName().equals("package-info") && type.isAnnotatedWith(SelfContained.class))
            .map(type -> type.getPackageName().replace("dev.ashlar.", ""))
            .collect(Collectors.toSet());

    @Test
    void areThoseOfWhichTheMostRowsAreWritten() {
        assertThat(CONTEXTS).containsExactlyInAnyOrder("ai", "operations", "sync");
    }

    @Test
    void publishNothingAndTakeNoIdempotencyKeys() {
        for (var context : CONTEXTS) {
            publishesNothingAndTakesNoKeys(context).check(CLASSES);
        }
        assertThat(publishesNothingAndTakesNoKeys("commerce").evaluate(CLASSES).hasViolation())
                .as("the rule finds a context that does")
                .isTrue();
    }

    private static ArchRule publishesNothingAndTakesNoKeys(String context) {
        return noClasses()
                .that(resideInAPackage("dev.ashlar." + context + ".."))
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(ApplicationEventPublisher.class, Once.class, Idempotency.class, EventListener.class);
    }

    /** Setting a level takes the connection before the first statement has told the context. */
    @Test
    void haveNoTransactionsWithALevelOfIsolation() {
        assertThat(CLASSES.stream()
                        .filter(type -> CONTEXTS.stream()
                                .anyMatch(context ->
                                        type.getPackageName().startsWith("dev.ashlar." + context + ".application")))
                        .flatMap(type -> type.getMethods().stream())
                        .filter(method -> method.isAnnotatedWith(Transactional.class)))
                .isNotEmpty()
                .allMatch(method ->
                        method.getAnnotationOfType(Transactional.class).isolation() == Isolation.DEFAULT);
    }

    @Test
    void areCalledByNoOtherContext() {
        var callers = CLASSES.stream()
                .filter(type -> type.isAnnotatedWith(ApplicationModule.class))
                .filter(type ->
                        List.of(type.getAnnotationOfType(ApplicationModule.class)
                                        .allowedDependencies())
                                .stream()
                                .anyMatch(CONTEXTS::contains));

        assertThat(callers).isEmpty();
    }

    /** A statement of another context would be in another database than the transaction. */
    @Test
    void askOtherContextsOutsideTheirTransactions() {
        for (var context : CONTEXTS) {
            var own = Set.of("dev.ashlar.kernel..", "dev.ashlar." + context + "..");
            noClasses()
                    .that(resideInAPackage("dev.ashlar." + context + ".application.."))
                    .and(not(annotatedWith(Workflow.class)))
                    .and(not(containAnyMethodsThat(annotatedWith(AfterCommit.class))))
                    .should()
                    .dependOnClassesThat(
                            resideInAPackage("dev.ashlar..").and(not(resideInAnyPackage(own.toArray(String[]::new)))))
                    .check(CLASSES);
        }
    }

    /** The audit log is read from the databases of these. */
    @Test
    void tellWhichOfThemAreAudited() {
        try (var database = TestDatabase.migrated()) {
            assertThat(database.psql().sql("""
                            SELECT DISTINCT relnamespace::regnamespace::text FROM pg_trigger
                            JOIN pg_class ON pg_class.oid = tgrelid
                            WHERE tgname = 'audit' AND relnamespace::regnamespace::text
                                IN ('ai', 'operations', 'sync', 'mrlearn', 'mrtest')""").query(String.class).list())
                    .containsExactlyInAnyOrderElementsOf(audited());
        }
    }

    private static Set<String> audited() {
        return CLASSES.stream()
                .filter(type -> CONTEXTS.contains(type.getPackageName().replace("dev.ashlar.", "")))
                .filter(type -> type.isAnnotatedWith(SelfContained.class))
                .filter(type -> type.getAnnotationOfType(SelfContained.class).audited())
                .map(type -> type.getPackageName().replace("dev.ashlar.", ""))
                .collect(Collectors.toSet());
    }
}
