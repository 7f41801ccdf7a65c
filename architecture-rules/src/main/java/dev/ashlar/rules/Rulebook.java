// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;

/**
 * A set of rules, to be held against a project.
 *
 * {@snippet :
 * Rulebook.of(Profile.CORE).and(ourOwnRule).tests(project);
 * }
 */
public final class Rulebook {
    private final Profile profile;
    private final List<Rule> rules;

    private Rulebook(Profile profile, List<Rule> rules) {
        this.profile = profile;
        this.rules = List.copyOf(rules);
        var ids = new HashSet<String>();
        for (var rule : rules) {
            if (!ids.add(rule.id())) {
                throw new IllegalArgumentException("Two rules are called " + rule.id() + ".");
            }
        }
    }

    /** Returns every rule of this library, which is {@link Profile#STRICT}. */
    public static Rulebook standard() {
        return of(Profile.STRICT);
    }

    /** Returns the rules of a profile. */
    public static Rulebook of(Profile profile) {
        return new Rulebook(
                profile,
                Families.all().stream()
                        .filter(rule -> rule.profile().compareTo(profile) <= 0)
                        .toList());
    }

    /** Rules of a project's own, each breach of which fails. */
    public static Rulebook of(Rule... rules) {
        return new Rulebook(Profile.STRICT, List.of(rules));
    }

    /** Returns these rules and one more. */
    public Rulebook and(Rule rule) {
        var all = new ArrayList<>(rules);
        all.add(rule);
        return new Rulebook(profile, all);
    }

    /** Returns only those of these rules that the predicate picks. */
    public Rulebook only(Predicate<Rule> picked) {
        return new Rulebook(profile, rules.stream().filter(picked).toList());
    }

    /** Returns the rules, in the order of the rulebook. */
    public List<Rule> rules() {
        return rules;
    }

    /** True if a breach of the rule is shown, and fails no test. */
    public boolean tolerates(Rule rule) {
        return profile == Profile.CORE && rule.severity() == Severity.WARNING;
    }

    /** True if the library has a rule of the name that is not one of these. */
    boolean leavesOut(String id) {
        return rules.stream().noneMatch(rule -> rule.id().equals(id)) && Families.know(id);
    }

    /** Holds all rules against a project. */
    public Report examine(Project project) {
        var verdicts = new ArrayList<Verdict>();
        for (var rule : rules) {
            for (var check : rule.checks()) {
                verdicts.add(examine(project, rule, check));
            }
        }
        var file = project.exemptions().baseline();
        if (file == null) {
            return new Report(this, project, verdicts, List.of());
        }
        Baseline.write(file, verdicts);
        var baseline = Baseline.of(file);
        var known = verdicts.stream().map(baseline::apply).toList();
        return new Report(this, project, known, baseline.unmatched(this, known));
    }

    /** Returns the same as a test for each check, for JUnit's {@code @TestFactory}. */
    public Stream<DynamicNode> tests(Project project) {
        return examine(project).tests();
    }

    static Verdict examine(Project project, Rule rule, Check check) {
        var findings = new Findings();
        try {
            var failure = CannotTell.failure(() -> check.examination().accept(project, findings));
            if (!failure.isEmpty()) {
                // All subjects come from something that cannot be read, such as a database that lets nothing be tried.
                findings.looked();
                findings.violation(Place.of(project.name()), failure);
            }
        } catch (NotGiven missing) {
            return new Verdict(rule, check, 0, Set.of(), List.of(), List.of(), List.of(), missing.getMessage());
        }
        var waivers = project.waivers();
        var waived = new ArrayList<Waiver>();
        var violations = new ArrayList<Violation>();
        for (var violation : findings.violations()) {
            var covering = waivers.stream()
                    .filter(waiver -> waiver.covers(rule, violation))
                    .toList();
            waived.addAll(covering);
            if (covering.isEmpty()) {
                violations.add(violation);
            }
        }
        var absence = project.exemptions().absence(rule);
        if (findings.count() == 0 && absence == null) {
            violations.add(new Violation(
                    Place.of(project.name()),
                    "The rule found nothing to look at. Either it looks in the wrong place, or the project has no such"
                            + " thing: then say so with nothingFor(\"" + rule.id() + "\", why)."));
        }
        if (findings.count() > 0 && project.exemptions().denies(rule)) {
            violations.add(new Violation(
                    Place.of(project.name()),
                    "nothingFor(\"" + rule.id() + "\") says that there is nothing to look at, but there is."));
        }
        return new Verdict(
                rule,
                check,
                findings.count(),
                findings.places(),
                violations.stream().sorted(Violation.IN_ORDER).toList(),
                List.of(),
                waived.stream().distinct().toList(),
                findings.count() == 0 ? absence : null);
    }
}
