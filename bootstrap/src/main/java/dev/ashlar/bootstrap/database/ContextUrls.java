// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.database;

import static java.util.stream.Collectors.joining;

import dev.ashlar.bootstrap.StartRefused;
import dev.ashlar.kernel.SelfContained;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.modulith.ApplicationModule;

/** Addresses of the databases of contexts, by {@code ashlar.contexts.<name>.url} in the form of {@code DATABASE_URL}. */
final class ContextUrls {
    private static final String PREFIX = "ashlar.contexts";
    private static final String ROOT = "dev.ashlar.";

    private ContextUrls() {}

    /**
     * Database of a context.
     *
     * @param url in the form of {@code DATABASE_URL}
     */
    record Setting(String url) {}

    /** Returns the addresses by context, or refuses one of a context that cannot move. */
    static Map<String, DatabaseUrl> of(Environment environment) {
        var settings = Binder.get(environment)
                .bind(PREFIX, Bindable.mapOf(String.class, Setting.class))
                .orElse(Map.of());
        var urls = new TreeMap<String, DatabaseUrl>();
        settings.forEach((context, setting) -> {
            refuseUnlessSelfContained(context);
            urls.put(context, DatabaseUrl.parse(setting(context), setting.url));
        });
        return urls;
    }

    private static void refuseUnlessSelfContained(String context) {
        var published = published(context)
                .orElseThrow(() -> new StartRefused(
                        setting(context) + " names no context. Those that can move are " + movable() + "."));
        if (!published.isAnnotationPresent(SelfContained.class)) {
            throw new StartRefused(setting(context) + " is set, but transactions of " + context + " do not stay in its"
                    + " schema: " + reach(context, published) + ", which cannot commit together with another database."
                    + " Contexts that can move are " + movable() + ".");
        }
    }

    static String setting(String context) {
        return PREFIX + "." + context + ".url";
    }

    /** Returns what transactions of the context reach, by what its package and those of others declare. */
    private static String reach(String context, Class<?> published) {
        var called = dependencies(published).filter(name -> !name.equals("kernel"));
        var callers = all().filter(other ->
                published(other).stream().flatMap(ContextUrls::dependencies).anyMatch(context::equals));
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
