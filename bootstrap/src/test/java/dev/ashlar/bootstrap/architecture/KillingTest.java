// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.architecture;

import static java.util.stream.Collectors.toUnmodifiableMap;

import dev.ashlar.kernel.persistence.testing.Kills;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.util.ClassUtils;

/**
 * Test that kills a mutant which survives all rules.
 *
 * @param mutant name of the mutant
 * @param test its class, as the build runs it
 * @param method its method, which may be inherited from a contract
 */
record KillingTest(String mutant, String test, String method) {
    /** Tests that {@link Kills} declares, by the name of the mutant. */
    static final Map<String, KillingTest> ALL =
            declared().collect(toUnmodifiableMap(KillingTest::mutant, killing -> killing));

    private static Stream<KillingTest> declared() {
        var tests = new ClassPathScanningCandidateComponentProvider(false);
        tests.addIncludeFilter((type, readers) -> type.getAnnotationMetadata().hasAnnotation(Kills.class.getName())
                || type.getAnnotationMetadata().hasAnnotation(Kills.All.class.getName()));
        return tests.findCandidateComponents("dev.ashlar").stream()
                .map(found -> Objects.requireNonNull(found.getBeanClassName()))
                .flatMap(test ->
                        AnnotatedElementUtils.getMergedRepeatableAnnotations(
                                        ClassUtils.resolveClassName(test, null), Kills.class)
                                .stream()
                                .map(kills -> new KillingTest(kills.mutant(), test, kills.test())));
    }

    @Override
    public String toString() {
        return test + "." + method;
    }
}
