// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.java;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.properties.HasOwner;
import com.tngtech.archunit.core.domain.properties.HasSourceCodeLocation;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.syntax.elements.GivenConjunction;
import dev.ashlar.rules.Check;
import dev.ashlar.rules.Checkpoint;
import dev.ashlar.rules.Findings;
import dev.ashlar.rules.Place;
import dev.ashlar.rules.Project;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A rule in ArchUnit's own language as a check of the rulebook. Unlike ArchUnit it fails when a package that the rule names,
 * as a target too, matches nothing: such a name is misspelled or forgotten.
 *
 * {@snippet :
 * Rule.of("no-joda", "Time is java.time.")
 *         .because("there were two clocks once")
 *         .mend("use Instant")
 *         .with(ArchUnitCheck.of(noClasses().that().resideInAPackage("..shop.."), dependOnClassesThat(resideInAPackage("org.joda.."))));
 * }
 */
public final class ArchUnitCheck {
    private static final Pattern QUOTED = Pattern.compile("'([^']*\\.[^']*)'");

    private ArchUnitCheck() {}

    /** Checks a condition that the project's classes must meet; each class that is looked at counts. */
    public static <T> Check of(GivenConjunction<T> that, ArchCondition<? super T> should) {
        return new Check(Checkpoint.ARCHITECTURE, (project, findings) -> {
            hold(project, that.should(counting(should, findings)), findings);
        });
    }

    /** Checks a rule of ArchUnit's library, or one that a project has already; every class counts as looked at. */
    public static Check of(ArchRule rule) {
        return new Check(Checkpoint.ARCHITECTURE, (project, findings) -> {
            Code.of(project).types().forEach(type -> findings.looked());
            hold(project, rule, findings);
        });
    }

    private static <T> ArchCondition<T> counting(ArchCondition<? super T> should, Findings findings) {
        return new ArchCondition<T>(should.getDescription()) {
            @Override
            public void init(Collection<T> all) {
                should.<T>forSubtype().init(all);
            }

            @Override
            public void check(T item, ConditionEvents events) {
                findings.looked();
                should.check(item, events);
            }

            @Override
            public void finish(ConditionEvents events) {
                should.finish(events);
            }
        };
    }

    /** Holds a rule against the project's classes; every breach becomes a violation at its place. */
    static void hold(Project project, ArchRule rule, Findings findings) {
        var code = Code.of(project);
        for (var pattern : code.idle(patterns(rule), code.types())) {
            findings.violation(
                    Place.of(project.name()),
                    "\"" + pattern + "\" in \"" + rule.getDescription() + "\" matches no class");
        }
        rule.allowEmptyShould(true)
                .evaluate(code.main())
                .handleViolations((Collection<Object> what, String message) -> findings.violation(
                        place(code, what), message.lines().findFirst().orElse(message)));
    }

    /** Holds a condition of ArchUnit's against one class. */
    static void hold(Type type, ArchCondition<? super JavaClass> should, Findings findings) {
        var events = ConditionEvents.Factory.create();
        should.check(type.java(), events);
        for (var event : events.getViolating()) {
            event.handleWith((what, message) -> findings.violation(
                    place(type.code(), List.copyOf(what)),
                    message.lines().findFirst().orElse(message)));
        }
    }

    private static List<String> patterns(ArchRule rule) {
        return QUOTED.matcher(rule.getDescription())
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private static Place place(Code code, Collection<Object> violating) {
        for (var object : violating) {
            if (object instanceof JavaClass java) {
                return code.place(java);
            }
            if (object instanceof HasSourceCodeLocation located) {
                var type = new Type(code, located.getSourceCodeLocation().getSourceClass());
                return type.at(located);
            }
            if (object instanceof HasOwner<?> owned && owned.getOwner() instanceof JavaClass java) {
                return code.place(java);
            }
        }
        return Place.of(String.valueOf(violating));
    }
}
