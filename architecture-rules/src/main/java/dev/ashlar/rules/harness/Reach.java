// SPDX-License-Identifier: Apache-2.0
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

/** Classes that a test reaches: the classes that it uses, and those that the helpers in the tests use which it calls. */
final class Reach {
    private static final Pattern ASSERTIONS = Pattern.compile(
            "(org\\.assertj|org\\.junit\\.jupiter\\.api\\.Assert|org\\.opentest4j|org\\.hamcrest"
                    + "|org\\.mockito|com\\.tngtech\\.archunit\\.lang|org\\.springframework\\.test|io\\.restassured"
                    + "|com\\.google\\.common\\.truth|org\\.awaitility|net\\.jqwik\\.api\\.statistics|java\\.lang\\.AssertionError).*");

    private final Set<JavaClass> tests;

    Reach(Collection<JavaClass> tests) {
        this.tests = Set.copyOf(tests);
    }

    /** Returns the names of the classes whose members a test uses, or that it names as {@code Order.class}. */
    Set<String> of(JavaMethod test) {
        var used = new HashSet<String>();
        var known = new HashSet<JavaCodeUnit>();
        var next = new ArrayDeque<JavaCodeUnit>();
        next.add(test);
        while (!next.isEmpty()) {
            var unit = next.remove();
            if (!known.add(unit)) {
                continue;
            }
            for (JavaAccess<?> access : unit.getAccessesFromSelf()) {
                used.add(access.getTargetOwner().getName());
                if (tests.contains(access.getTargetOwner())
                        && access.getTarget().resolveMember().orElse(null) instanceof JavaCodeUnit helper) {
                    next.add(helper);
                }
            }
            unit.getReferencedClassObjects()
                    .forEach(named -> used.add(named.getRawType().getName()));
            unit.getCodeUnitReferencesFromSelf().stream()
                    .filter(reference -> tests.contains(reference.getTargetOwner()))
                    .flatMap(reference -> reference.getTarget().resolveMember().stream())
                    .forEach(next::add);
        }
        return used;
    }

    /** True if a test that uses these classes can fail by its own doing. */
    static boolean asserts(JavaMethod test, Set<String> used) {
        return test.getRawReturnType().isEquivalentTo(boolean.class) // a property says whether it holds
                || used.stream().anyMatch(name -> ASSERTIONS.matcher(name).matches());
    }
}
