// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.database;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toUnmodifiableSet;

import dev.ashlar.bootstrap.StartRefused;
import dev.ashlar.kernel.SelfContained;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.modulith.ApplicationModule;

/** Contexts whose schema may be in a separate database, because their transactions stay in it. */
final class MovableContexts {
    private static final String ROOT = "dev.ashlar.";

    private MovableContexts() {}

    /**
     * Refuses a context that cannot move, with what its transactions reach.
     *
     * @param setting name of the setting that moves it
     */
    static void require(String context, String setting) {
        var published = published(context)
                .orElseThrow(() ->
                        new StartRefused(setting + " names no context. Those that can move are " + movable() + "."));
        if (!published.isAnnotationPresent(SelfContained.class)) {
            throw new StartRefused(setting + " is set, but transactions of " + context + " do not stay in its"
                    + " schema: " + reach(context, published) + ", which cannot commit together with another database."
                    + " Contexts that can move are " + movable() + ".");
        }
    }

    /** Returns those of these contexts that have audited tables. */
    static Set<String> audited(Set<String> contexts) {
        return contexts.stream()
                .filter(context -> published(context)
                        .orElseThrow()
                        .getAnnotation(SelfContained.class)
                        .audited())
                .collect(toUnmodifiableSet());
    }

    /** Returns what transactions of the context reach, by what its package and those of others declare. */
    private static String reach(String context, Class<?> published) {
        var called = dependencies(published).filter(name -> !name.equals("kernel"));
        var callers = all().filter(other ->
                published(other).stream().flatMap(MovableContexts::dependencies).anyMatch(context::equals));
        var others = Stream.concat(called, callers).distinct().sorted().collect(joining(", "));
        return "they reach " + (others.isEmpty() ? "" : others + " and ")
                + "the idempotency keys, events or audit log of the kernel";
    }

    private static Stream<String> dependencies(Class<?> published) {
        var module = published.getAnnotation(ApplicationModule.class);
        return module == null
                ? Stream.empty()
                : Stream.of(module.allowedDependencies()).map(name -> name.replaceFirst(" *::.*", ""));
    }

    private static String movable() {
        return all().filter(name -> published(name).orElseThrow().isAnnotationPresent(SelfContained.class))
                .collect(joining(", "));
    }

    private static Stream<String> all() {
        try {
            var files = new PathMatchingResourcePatternResolver()
                    .getResources("classpath*:" + ROOT.replace('.', '/') + "*/package-info.class");
            return List.of(files).stream()
                    .map(file -> Objects.requireNonNull(file.getDescription())
                            .replaceFirst(".*/([^/]+)/package-info\\.class.*", "$1"))
                    .distinct()
                    .sorted();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Returns the root package of a context. */
    private static Optional<Class<?>> published(String context) {
        try {
            return Optional.of(Class.forName(ROOT + context + ".package-info"));
        } catch (ClassNotFoundException none) {
            return Optional.empty();
        }
    }
}
