// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;
import tools.jackson.databind.json.JsonMapper;

/**
 * Environment variables that Ashlar reads: those in its configuration, and those that Spring Boot takes for one of its properties or of
 * Ashlar's settings.
 */
final class KnownVariables {
    /** Read by the JVM, by Spring Boot's loader and by Ashlar before its settings. */
    private static final List<String> OTHERS =
            List.of("JAVA_TOOL_OPTIONS", "LOADER_PATH", "DATABASE_URL", "DATABASE_REPLICA_URL", "ASHLAR_JWT_SECRET");

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([A-Z_]+)[:}]");
    private static final Set<String> VARIABLES =
            Stream.concat(OTHERS.stream(), placeholders()).collect(Collectors.toSet());
    private static final Set<String> PROPERTIES =
            Stream.concat(ofSpring(), ofAshlar()).map(KnownVariables::uniform).collect(Collectors.toSet());

    private KnownVariables() {}

    static boolean contains(String variable) {
        return VARIABLES.contains(variable) || PROPERTIES.contains(uniform(variable));
    }

    /** Name without case and punctuation, since a property has several forms as a variable. */
    private static String uniform(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }

    private static Stream<String> placeholders() {
        return Stream.of("application.yaml", "application-prod.yaml").flatMap(file -> {
            try {
                var text = Files.readString(Path.of("src", "main", "resources", file));
                return PLACEHOLDER.matcher(text).results().map(found -> found.group(1)).toList().stream();
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        });
    }

    /** Spring Boot's modules list their properties for IDEs. */
    private static Stream<String> ofSpring() {
        try {
            var lists =
                    KnownVariables.class.getClassLoader().getResources("META-INF/spring-configuration-metadata.json");
            var names = new TreeSet<String>();
            for (var list : Collections.list(lists)) {
                try (var in = list.openStream()) {
                    JsonMapper.shared()
                            .readTree(in)
                            .path("properties")
                            .valueStream()
                            .forEach(property -> names.add(property.path("name").asString()));
                }
            }
            return names.stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Stream<String> ofAshlar() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
        return scanner.findCandidateComponents("dev.ashlar").stream()
                .map(found -> ClassUtils.resolveClassName(found.getBeanClassName(), null))
                .filter(Class::isRecord)
                .flatMap(settings -> properties(
                        settings.getAnnotation(ConfigurationProperties.class).value(), settings));
    }

    private static Stream<String> properties(String prefix, Class<?> settings) {
        return Arrays.stream(settings.getRecordComponents()).flatMap(component -> {
            var name = prefix + "." + component.getName();
            return component.getType().isRecord() ? properties(name, component.getType()) : Stream.of(name);
        });
    }
}
