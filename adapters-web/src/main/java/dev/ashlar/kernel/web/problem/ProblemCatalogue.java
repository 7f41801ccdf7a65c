// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.web.problem;

import dev.ashlar.kernel.ProblemType;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.util.ClassUtils;

/**
 * Problems of the whole service. They are found on the class path by their names, {@code …Problem}, so that a context only has to declare its own:
 * to read all classes would take 4 percent of the start. Two problems with the same code stop the start.
 */
public final class ProblemCatalogue {
    /** Statuses of problems that no use case has. */
    private static final int[] OF_HTTP = {405, 406, 408, 413, 415, 431, 500, 501};

    // Scanned once, because a scan reads each class file and tests start many servers.
    private static final Map<String, KnownProblem> BY_CODE = new TreeMap<>(Stream.concat(
                    IntStream.of(OF_HTTP)
                            .mapToObj(status -> Refusal.ofStatus(status).problem()),
                    declared())
            .collect(Collectors.toMap(KnownProblem::code, Function.identity())));

    private ProblemCatalogue() {}

    private static Stream<KnownProblem> declared() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.setResourcePattern("**/*Problem.class");
        scanner.addIncludeFilter(new AssignableTypeFilter(ProblemType.class));
        return scanner.findCandidateComponents("dev.ashlar").stream()
                .map(candidate -> ClassUtils.resolveClassName(String.valueOf(candidate.getBeanClassName()), null))
                .flatMap(type -> Stream.ofNullable(type.getEnumConstants()))
                .flatMap(Stream::of)
                .map(type -> KnownProblem.of((ProblemType) type));
    }

    public static Optional<KnownProblem> find(String code) {
        return Optional.ofNullable(BY_CODE.get(code));
    }

    /** Lists all problems in the order of their codes. */
    public static Collection<KnownProblem> all() {
        return Collections.unmodifiableCollection(BY_CODE.values());
    }
}
