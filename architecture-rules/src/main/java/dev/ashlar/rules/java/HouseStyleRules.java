// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.java;

import static com.tngtech.archunit.lang.conditions.ArchConditions.never;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.THROW_GENERIC_EXCEPTIONS;
import static dev.ashlar.rules.Checkpoint.ARCHITECTURE;

import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import com.tngtech.archunit.core.domain.PackageMatcher;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import com.tngtech.archunit.library.GeneralCodingRules;
import dev.ashlar.rules.Findings;
import dev.ashlar.rules.Place;
import dev.ashlar.rules.Project;
import dev.ashlar.rules.Rule;
import java.util.List;
import java.util.Set;

/** Habits that every class keeps. Most of them are ArchUnit's own. */
final class HouseStyleRules {
    private static final Set<String> LEGACY_DATES =
            Set.of(("java.util.Date java.util.Calendar java.util.GregorianCalendar java.util.TimeZone"
                            + " java.text.DateFormat java.text.SimpleDateFormat java.sql.Date java.sql.Time java.sql.Timestamp")
                    .split(" "));

    private static final int MOST_ARGUMENTS = 8;

    static final List<Rule> RULES = List.of(
            Rule.of("no-field-injection")
                    .with(ArchUnitCheck.of(
                            ArchRuleDefinition.fields().that().areNotStatic(),
                            never(GeneralCodingRules.BE_ANNOTATED_WITH_AN_INJECTION_ANNOTATION))),
            Rule.of("no-standard-streams").whole(ARCHITECTURE, HouseStyleRules::noStandardStreams),
            Rule.of("no-generic-exceptions")
                    .each(
                            ARCHITECTURE,
                            Code.where(type -> true),
                            (type, findings) -> ArchUnitCheck.hold(type, never(THROW_GENERIC_EXCEPTIONS), findings)),
            Rule.of("no-legacy-dates")
                    .each(
                            ARCHITECTURE,
                            Code.where(type -> true),
                            (type, findings) -> type.refuseUses(
                                    used -> LEGACY_DATES.contains(used.getName()),
                                    used -> "uses " + used.getName(),
                                    findings)),
            Rule.of("too-many-arguments")
                    .each(
                            ARCHITECTURE,
                            Code.where(type -> true),
                            (type, findings) -> type.refuseCalls(
                                    call -> type.code().type(call.getTargetOwner()) != null
                                            && arguments(call) > MOST_ARGUMENTS,
                                    call -> "passes " + arguments(call) + " arguments to " + Type.called(call),
                                    findings)));

    private HouseStyleRules() {}

    /** Returns those that the source has: the constructor of an enum gets name and position besides. */
    private static int arguments(JavaCodeUnitAccess<?> call) {
        int passed = call.getTarget().getRawParameterTypes().size();
        return call.getTargetOwner().isEnum() && call.getTarget().getName().equals("<init>") ? passed - 2 : passed;
    }

    private static void noStandardStreams(Project project, Findings findings) {
        var code = Code.of(project);
        var terminals = project.hasGrid() ? project.grid().terminals() : List.<String>of();
        for (var pattern : terminals) {
            if (code.types().stream().noneMatch(type -> inside(type, pattern))) {
                findings.violation(
                        Place.of(project.name()), "The grid's terminal \"" + pattern + "\" matches no class.");
            }
        }
        for (var type : code.types()) {
            if (terminals.stream().noneMatch(pattern -> inside(type, pattern))) {
                findings.looked();
                ArchUnitCheck.hold(type, never(ACCESS_STANDARD_STREAMS), findings);
            }
        }
    }

    private static boolean inside(Type type, String pattern) {
        return PackageMatcher.of(pattern).matches(type.java().getPackageName());
    }
}
