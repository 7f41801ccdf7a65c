package dev.ashlar.kernel.web.problem;

import dev.ashlar.kernel.ProblemType;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.stereotype.Component;
import org.springframework.util.ClassUtils;

/** Problems of the whole service. They are found on the class path, so that a context only has to declare its own. */
@Component
public final class ProblemCatalogue {
    private static final String ROOT = "dev.ashlar";

    private final Map<String, KnownProblem> byCode;

    ProblemCatalogue() {
        var all = new TreeMap<String, KnownProblem>();
        KnownProblem.OF_HTTP.forEach(problem -> add(all, problem));
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AssignableTypeFilter(ProblemType.class));
        for (var candidate : scanner.findCandidateComponents(ROOT)) {
            var type = ClassUtils.resolveClassName(String.valueOf(candidate.getBeanClassName()), null);
            Stream.ofNullable(type.getEnumConstants())
                    .flatMap(Stream::of)
                    .forEach(constant -> add(all, KnownProblem.of((ProblemType) constant)));
        }
        this.byCode = Collections.unmodifiableMap(all);
    }

    public Optional<KnownProblem> find(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    /** Lists all problems in the order of their codes. */
    public Collection<KnownProblem> all() {
        return byCode.values();
    }

    private static void add(Map<String, KnownProblem> all, KnownProblem problem) {
        var twin = all.put(problem.code(), problem);
        if (twin != null) {
            throw new IllegalStateException(
                    "Two problems have the code " + problem.code() + ": " + twin.title() + " and " + problem.title());
        }
    }
}
