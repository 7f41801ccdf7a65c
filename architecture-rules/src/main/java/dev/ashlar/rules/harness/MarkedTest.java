// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.harness;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.properties.HasAnnotations;
import dev.ashlar.rules.Findings;
import dev.ashlar.rules.Place;
import dev.ashlar.rules.Project;
import dev.ashlar.rules.Subject;
import dev.ashlar.rules.java.Code;
import dev.ashlar.rules.java.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A test that claims to prove rules, by {@code @Tag("rule-stale-update-refused")} on its method or on a class around it.
 *
 * @param place where it is written
 * @param runs the class that runs it; its method may be inherited
 * @param rules the rules, by their ids
 * @param isDisabled true if it is switched off
 * @param asserts true if it can fail by its own doing
 * @param uses the names of the classes that it comes to, by itself or through helpers
 */
record MarkedTest(
        Place place, JavaClass runs, List<String> rules, boolean isDisabled, boolean asserts, Set<String> uses)
        implements Subject {
    private static final String PREFIX = "rule-";
    private static final String TESTABLE = "org.junit.platform.commons.annotation.Testable";
    private static final String DISABLED = "org.junit.jupiter.api.Disabled";

    /** Returns the tests that are marked with a rule. */
    static List<MarkedTest> of(Project project, String rule) {
        return Marked.in(project).tests().stream()
                .filter(test -> test.rules.contains(rule))
                .toList();
    }

    /** True if it proves anything. */
    boolean proves() {
        return !isDisabled && asserts;
    }

    void check(Findings findings) {
        if (isDisabled) {
            findings.violation(this, "is disabled, so it proves nothing");
        } else if (!asserts) {
            findings.violation(this, "asserts nothing, so it cannot fail");
        }
    }

    private static Stream<MarkedTest> of(Type type, Reach reach) {
        var java = type.java();
        if (java.isInterface() || java.getModifiers().contains(JavaModifier.ABSTRACT)) {
            return Stream.empty(); // its tests run in its subclasses
        }
        return java.getAllMethods().stream()
                .filter(method -> method.isMetaAnnotatedWith(TESTABLE) || method.isAnnotatedWith(TESTABLE))
                .flatMap(method -> of(type, method, reach).stream());
    }

    private static List<MarkedTest> of(Type type, JavaMethod method, Reach reach) {
        var around = around(type.java());
        var rules = new TreeSet<String>(rules(method));
        around.forEach(outer -> rules.addAll(rules(outer)));
        if (rules.isEmpty()) {
            return List.of();
        }
        boolean disabled =
                method.isAnnotatedWith(DISABLED) || around.stream().anyMatch(outer -> outer.isAnnotatedWith(DISABLED));
        var place = method.getOwner().equals(type.java())
                ? type.at(method)
                : Place.of(type.name() + "." + method.getName());
        var uses = reach.of(method);
        return List.of(
                new MarkedTest(place, type.java(), List.copyOf(rules), disabled, Reach.asserts(method, uses), uses));
    }

    /** Returns the class, those that it inherits from, and those that it is nested in. */
    private static List<JavaClass> around(JavaClass type) {
        var found = new ArrayList<JavaClass>();
        found.add(type);
        found.addAll(type.getAllRawSuperclasses());
        for (var outer = type.getEnclosingClass();
                outer.isPresent();
                outer = outer.get().getEnclosingClass()) {
            found.add(outer.get());
        }
        return found;
    }

    private static List<String> rules(HasAnnotations<?> marked) {
        return marked.getAnnotations().stream()
                .flatMap(MarkedTest::tags)
                .filter(tag -> tag.startsWith(PREFIX))
                .map(tag -> tag.substring(PREFIX.length()))
                .toList();
    }

    /** Of one tag, or of several that the compiler put into one annotation; JUnit's and jqwik's are called the same. */
    private static Stream<String> tags(JavaAnnotation<?> annotation) {
        var value = annotation.get("value").orElse("");
        return switch (annotation.getRawType().getSimpleName()) {
            case "Tag" -> Stream.of(value.toString());
            case "Tags", "TagList" ->
                value instanceof JavaAnnotation<?>[] several
                        ? Stream.of(several).flatMap(MarkedTest::tags)
                        : Stream.of();
            default -> Stream.of();
        };
    }

    /** All of a project's, read once. */
    private record Marked(List<MarkedTest> tests) {
        static Marked in(Project project) {
            return project.part(Marked.class, () -> {
                var types = Code.of(project).tests();
                var reach = new Reach(types.stream().map(Type::java).toList());
                return new Marked(types.stream()
                        .flatMap(type -> of(type, reach))
                        .distinct()
                        .toList());
            });
        }
    }
}
