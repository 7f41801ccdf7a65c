// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.java;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static dev.ashlar.rules.Checkpoint.ARCHITECTURE;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.PackageMatcher;
import com.tngtech.archunit.library.Architectures;
import dev.ashlar.rules.Findings;
import dev.ashlar.rules.Place;
import dev.ashlar.rules.Project;
import dev.ashlar.rules.Rule;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Rules of allowed dependencies: layers, contexts and external libraries. */
final class GridRules {
    /** This family. */
    static final List<Rule> RULES = List.of(
            layers(),
            contextMatrix(),
            domainWhitelist(),
            applicationWhitelist(),
            databaseOnlyInPersistence(),
            internals());

    private static final List<String> DOMAIN_USES = List.of("java..", "org.jspecify.annotations");
    private static final List<String> APPLICATION_USES = List.of(
            "org.slf4j",
            "org.springframework.stereotype",
            "org.springframework.transaction.annotation",
            "org.springframework.context.event",
            "org.springframework.resilience.annotation");
    private static final List<String> APPLICATION_USES_CLASSES = List.of(
            "org.springframework.context.ApplicationEventPublisher",
            "org.springframework.modulith.events.ApplicationModuleListener",
            "org.springframework.resilience.retry.MethodRetryPredicate",
            "org.springframework.transaction.event.TransactionalEventListener",
            "org.springframework.transaction.event.TransactionPhase",
            "org.springframework.transaction.support.TransactionSynchronizationManager",
            "org.springframework.dao.DataAccessException");

    private static final List<String> DATABASE = List.of(
            "org.apache.ibatis..",
            "org.mybatis..",
            "java.sql..",
            "javax.sql..",
            "org.postgresql..",
            "org.springframework.jdbc..");
    private static final List<String> WEB = List.of("org.springframework.web.bind..", "jakarta.servlet..");
    private static final Map<String, PackageMatcher> MATCHERS = new ConcurrentHashMap<>();

    private GridRules() {}

    private static Rule layers() {
        return Rule.of("layers").whole(ARCHITECTURE, GridRules::layers);
    }

    private static void layers(Project project, Findings findings) {
        for (var type : Code.of(project).types()) {
            findings.looked();
            if (type.layer() == null) {
                findings.violation(type, type.java().getPackageName() + " is in no cell of the grid.");
            }
        }
        var grid = project.grid();
        for (var layer : Layer.values()) {
            if (Code.of(project).types(layer).isEmpty()) {
                findings.violation(Place.of(project.name()), "No class is in the layer " + layer + ".");
            }
        }
        ArchUnitCheck.hold(
                project,
                Architectures.layeredArchitecture()
                        .consideringAllDependencies()
                        .withOptionalLayers(true)
                        .layer("published")
                        .definedBy(in(grid, Layer.PUBLISHED))
                        .layer("domain")
                        .definedBy(in(grid, Layer.DOMAIN))
                        .layer("application")
                        .definedBy(in(grid, Layer.APPLICATION))
                        .layer("persistence")
                        .definedBy(in(grid, Layer.PERSISTENCE))
                        .layer("web")
                        .definedBy(in(grid, Layer.WEB))
                        .layer("bootstrap")
                        .definedBy(in(grid, Layer.BOOTSTRAP))
                        .whereLayer("bootstrap")
                        .mayNotBeAccessedByAnyLayer()
                        .whereLayer("web")
                        .mayOnlyBeAccessedByLayers("bootstrap")
                        .whereLayer("persistence")
                        .mayOnlyBeAccessedByLayers("bootstrap")
                        .whereLayer("application")
                        .mayOnlyBeAccessedByLayers("persistence", "web", "bootstrap")
                        .whereLayer("domain")
                        .mayOnlyBeAccessedByLayers("application", "persistence", "web", "bootstrap"),
                findings);
    }

    private static DescribedPredicate<JavaClass> in(Grid grid, Layer layer) {
        return describe(layer.name(), java -> grid.layer(java.getPackageName()) == layer);
    }

    private static Rule contextMatrix() {
        return Rule.of("context-matrix").whole(ARCHITECTURE, ContextMatrix::check);
    }

    private static Rule domainWhitelist() {
        return Rule.of("domain-whitelist").whole(ARCHITECTURE, (project, findings) -> {
            var domain = Code.of(project).types(Layer.PUBLISHED, Layer.DOMAIN);
            var further = project.grid().domainUses();
            needed(project, further, domain, findings);
            var allowed = new ArrayList<>(DOMAIN_USES);
            allowed.addAll(further);
            for (var type : domain) {
                findings.looked();
                refuse(
                        type,
                        target -> !own(type, target, Layer.PUBLISHED, Layer.DOMAIN) && !matches(allowed, target),
                        findings);
            }
        });
    }

    private static Rule applicationWhitelist() {
        return Rule.of("application-whitelist").whole(ARCHITECTURE, (project, findings) -> {
            var application = Code.of(project).types(Layer.APPLICATION);
            var further = project.grid().applicationUses();
            needed(project, further, application, findings);
            var allowed = new ArrayList<>(DOMAIN_USES);
            allowed.addAll(APPLICATION_USES);
            allowed.addAll(further);
            for (var type : application) {
                findings.looked();
                refuse(
                        type,
                        target -> !own(type, target, Layer.PUBLISHED, Layer.DOMAIN, Layer.APPLICATION)
                                && !matches(allowed, target)
                                && !APPLICATION_USES_CLASSES.contains(target.getName()),
                        findings);
            }
        });
    }

    private static Rule databaseOnlyInPersistence() {
        return Rule.of("mybatis-only-in-persistence")
                .each(
                        ARCHITECTURE,
                        project -> Code.of(project).types(type -> !type.in(Layer.PERSISTENCE, Layer.BOOTSTRAP)),
                        (type, findings) ->
                                refuse(type, target -> matches(DATABASE, target) && !isFailure(target), findings))
                .each(
                        ARCHITECTURE,
                        project -> Code.of(project).types(type -> !type.in(Layer.WEB, Layer.BOOTSTRAP)),
                        (type, findings) -> refuse(type, target -> matches(WEB, target), findings));
    }

    private static Rule internals() {
        return Rule.also("schema-per-context")
                .each(
                        ARCHITECTURE,
                        project ->
                                Code.of(project).types(type -> !type.context().isEmpty()),
                        (type, findings) -> {
                            var grid = type.code().grid();
                            var open = EnumSet.of(Layer.PUBLISHED);
                            if (type.code().edge(type.context())) {
                                open.addAll(EnumSet.of(Layer.APPLICATION, Layer.DOMAIN));
                            }
                            refuse(
                                    type,
                                    target -> {
                                        var context = grid.context(target.getPackageName());
                                        return !context.isEmpty()
                                                && !context.equals(type.context())
                                                && !context.equals(grid.names().kernel())
                                                && !open.contains(grid.layer(target.getPackageName()));
                                    },
                                    findings);
                        });
    }

    /** Allows every layer to read a failure's message. */
    private static boolean isFailure(JavaClass target) {
        return target.isAssignableTo(Throwable.class);
    }

    private static boolean own(Type type, JavaClass target, Layer... layers) {
        var grid = type.code().grid();
        var layer = grid.layer(target.getPackageName());
        return layer != null && Stream.of(layers).anyMatch(layer::equals);
    }

    private static boolean matches(Collection<String> patterns, JavaClass target) {
        return patterns.stream()
                .map(pattern -> MATCHERS.computeIfAbsent(pattern, PackageMatcher::of))
                .anyMatch(matcher -> matcher.matches(target.getPackageName()));
    }

    /** Each pattern that a project allows must be needed: a misspelled one would allow nothing and say nothing. */
    private static void needed(Project project, List<String> patterns, Collection<Type> users, Findings findings) {
        for (var idle : Code.of(project).idle(patterns, users)) {
            findings.violation(Place.of(project.name()), "The grid allows \"" + idle + "\", which nothing uses.");
        }
    }

    private static void refuse(Type type, Predicate<JavaClass> refused, Findings findings) {
        type.refuseUses(
                used -> !used.isPrimitive() && refused.test(used), used -> "depends on " + used.getName(), findings);
    }
}
