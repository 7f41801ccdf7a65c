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
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/** Rules of allowed dependencies: layers, contexts and external libraries. */
final class GridRules {
    private static final List<String> DOMAIN_USES = List.of("java..", "org.jspecify.annotations");
    private static final List<String> APPLICATION_USES = List.of(
            "java..",
            "org.jspecify.annotations",
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

    static final List<Rule> RULES = List.of(
            Rule.of("layers").whole(ARCHITECTURE, GridRules::layers),
            Rule.of("context-matrix").whole(ARCHITECTURE, ContextMatrix::check),
            Rule.of("domain-whitelist")
                    .whole(
                            ARCHITECTURE,
                            (project, findings) -> new Whitelist(
                                            DOMAIN_USES,
                                            project.grid().domainUses(),
                                            List.of(Layer.PUBLISHED, Layer.DOMAIN))
                                    .hold(project, Code.of(project).types(Layer.PUBLISHED, Layer.DOMAIN), findings)),
            Rule.of("application-whitelist")
                    .whole(
                            ARCHITECTURE,
                            (project, findings) -> new Whitelist(
                                            APPLICATION_USES,
                                            project.grid().applicationUses(),
                                            List.of(Layer.PUBLISHED, Layer.DOMAIN, Layer.APPLICATION))
                                    .hold(project, Code.of(project).types(Layer.APPLICATION), findings)),
            Rule.of("mybatis-only-in-persistence")
                    .each(
                            ARCHITECTURE,
                            Code.where(type -> !type.in(Layer.PERSISTENCE, Layer.BOOTSTRAP)),
                            (type, findings) ->
                                    refuse(type, target -> matches(DATABASE, target) && !isFailure(target), findings))
                    .each(
                            ARCHITECTURE,
                            Code.where(type -> !type.in(Layer.WEB, Layer.BOOTSTRAP)),
                            (type, findings) -> refuse(type, target -> matches(WEB, target), findings)),
            Rule.also("schema-per-context")
                    .each(ARCHITECTURE, Code.where(type -> !type.context().isEmpty()), GridRules::internals));

    private GridRules() {}

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
        var layered =
                Architectures.layeredArchitecture().consideringAllDependencies().withOptionalLayers(true);
        for (var layer : Layer.values()) {
            layered = layered.layer(layer.name()).definedBy(in(grid, layer));
        }
        layered = layered.whereLayer("BOOTSTRAP")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("WEB")
                .mayOnlyBeAccessedByLayers("BOOTSTRAP")
                .whereLayer("PERSISTENCE")
                .mayOnlyBeAccessedByLayers("BOOTSTRAP")
                .whereLayer("APPLICATION")
                .mayOnlyBeAccessedByLayers("PERSISTENCE", "WEB", "BOOTSTRAP")
                .whereLayer("DOMAIN")
                .mayOnlyBeAccessedByLayers("APPLICATION", "PERSISTENCE", "WEB", "BOOTSTRAP");
        ArchUnitCheck.hold(project, layered, findings);
    }

    private static DescribedPredicate<JavaClass> in(Grid grid, Layer layer) {
        return describe(layer.name(), java -> grid.layer(java.getPackageName()) == layer);
    }

    /** Packages that some layers may use: usual ones, further ones, and those of each other. */
    private record Whitelist(List<String> usual, List<String> further, List<Layer> layers) {
        void hold(Project project, List<Type> users, Findings findings) {
            needed(project, further, users, findings);
            for (var type : users) {
                findings.looked();
                refuse(type, target -> !allows(type.code().grid(), target), findings);
            }
        }

        private boolean allows(Grid grid, JavaClass target) {
            var layer = grid.layer(target.getPackageName());
            return (layer != null && layers.contains(layer))
                    || matches(usual, target)
                    || matches(further, target)
                    || (layers.contains(Layer.APPLICATION) && APPLICATION_USES_CLASSES.contains(target.getName()));
        }
    }

    private static void internals(Type type, Findings findings) {
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
    }

    /** Allows every layer to read a failure's message. */
    private static boolean isFailure(JavaClass target) {
        return target.isAssignableTo(Throwable.class);
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
