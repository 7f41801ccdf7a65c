package dev.ashlar.rules.harness;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells whether a test comes to an assertion: its own, or one of the helpers in the tests that it calls. */
final class Assertions {
    private static final Pattern LIBRARIES = Pattern.compile(
            "(org\\.assertj|org\\.junit\\.jupiter\\.api\\.Assert|org\\.opentest4j|org\\.hamcrest"
                    + "|org\\.mockito|com\\.tngtech\\.archunit\\.lang|org\\.springframework\\.test|io\\.restassured"
                    + "|com\\.google\\.common\\.truth|org\\.awaitility|net\\.jqwik\\.api\\.statistics|java\\.lang\\.AssertionError).*");

    private final Set<JavaClass> tests;

    Assertions(Collection<JavaClass> tests) {
        this.tests = Set.copyOf(tests);
    }

    boolean areReachedFrom(JavaMethod test) {
        if (test.getRawReturnType().isEquivalentTo(boolean.class)) {
            return true; // a property says whether it holds
        }
        var known = new HashSet<JavaCodeUnit>();
        var next = new ArrayDeque<JavaCodeUnit>();
        next.add(test);
        while (!next.isEmpty()) {
            var unit = next.remove();
            if (!known.add(unit)) {
                continue;
            }
            for (JavaAccess<?> access : unit.getAccessesFromSelf()) {
                if (LIBRARIES.matcher(access.getTargetOwner().getName()).matches()) {
                    return true;
                }
                if (tests.contains(access.getTargetOwner())
                        && access.getTarget().resolveMember().orElse(null) instanceof JavaCodeUnit helper) {
                    next.add(helper);
                }
            }
            unit.getCodeUnitReferencesFromSelf().stream()
                    .filter(reference -> tests.contains(reference.getTargetOwner()))
                    .flatMap(reference -> reference.getTarget().resolveMember().stream())
                    .forEach(next::add);
        }
        return false;
    }
}
