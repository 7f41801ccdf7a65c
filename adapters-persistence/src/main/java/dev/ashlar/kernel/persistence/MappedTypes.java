// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.persistence;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.AnnotatedBeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.util.ClassUtils;

/**
 * Types that statements of the contexts bind and read: records, enums and interfaces of all layers but the web, found by one scan of
 * the class path, which sees nested jars and jars beside the application.
 */
final class MappedTypes extends ClassPathScanningCandidateComponentProvider {
    private static final Set<String> SUPERCLASSES = Set.of(Record.class.getName(), Enum.class.getName());
    private static final Pattern NAME = Pattern.compile(
            "dev\\.ashlar\\.(?<context>\\w+)\\.(?:(?:domain|application|persistence)\\.)?(?<type>[A-Z].*)");
    // Scanned once, because a scan reads each class file and tests ask for many configurations.
    private static final Map<String, Class<?>> BY_ALIAS = new MappedTypes().scan();

    private MappedTypes() {
        super(false);
        addIncludeFilter((type, readers) -> type.getClassMetadata().isInterface()
                || SUPERCLASSES.contains(type.getClassMetadata().getSuperClassName()));
    }

    /** Types by alias: {@code wallet.LedgerEntry}, or {@code kernel.IdempotencyKeys.Replay} for a nested one. */
    static Map<String, Class<?>> byAlias() {
        return BY_ALIAS;
    }

    /** Records that implement an interface. */
    static <T> Stream<Class<? extends T>> recordsOf(Class<T> implemented) {
        return BY_ALIAS.values().stream()
                .filter(type -> type.isRecord() && implemented.isAssignableFrom(type))
                .map(type -> type.asSubclass(implemented));
    }

    static String alias(String className) {
        var name = NAME.matcher(className);
        return name.matches() ? name.group("context") + "." + name.group("type").replace('$', '.') : className;
    }

    @Override
    protected boolean isCandidateComponent(AnnotatedBeanDefinition definition) {
        return NAME.matcher(definition.getMetadata().getClassName()).matches();
    }

    private Map<String, Class<?>> scan() {
        return findCandidateComponents("dev.ashlar").stream()
                .map(found -> Objects.requireNonNull(found.getBeanClassName()))
                .collect(Collectors.toUnmodifiableMap(
                        MappedTypes::alias, name -> ClassUtils.resolveClassName(name, null)));
    }
}
