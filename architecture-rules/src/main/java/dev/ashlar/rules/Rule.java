// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One rule: what must hold, why, how it is checked and how to mend a breach.
 *
 * {@snippet :
 * static final Rule NAMED_COLUMNS = Rule.of("select-star", "A query names its columns.")
 *         .because("with * a new column travels to every caller unseen")
 *         .mend("write the columns out")
 *         .refuse(Checkpoint.MAPPER, project -> Mappers.of(project).variants(), variant ->
 *                 variant.sql().contains("SELECT *") ? "selects *" : null);
 * }
 *
 * @param id name in reports, in waivers and of its page, in kebab-case
 * @param text the rule in words
 * @param profile the narrowest profile that runs it
 * @param severity weight of a breach
 * @param checks the ways it is checked; each must find subjects, and has examples on the page
 */
public record Rule(String id, RuleText text, Profile profile, Severity severity, List<Check> checks) {
    public Rule {
        checks = List.copyOf(checks);
    }

    /** Begins a rule of this library. Its page, which must exist, puts it into words and says its profile. */
    public static Rule of(String id) {
        var page = RuleText.page(id);
        var rule = new Rule(id, RuleText.of(page), Profile.STRICT, Severity.ERROR, List.of());
        return switch (RuleText.required(page, "Profile")) {
            case "strict" -> rule;
            case "core" -> rule.core();
            case "core, as a warning" -> rule.core().warning();
            default -> throw new IllegalStateException("The page of " + id + " names no profile that is known.");
        };
    }

    /** Begins a rule of a project, strict and an error unless it says otherwise. */
    public static Rule of(String id, String sentence) {
        var text = new RuleText(Topic.PROJECT, sentence, "", "", null);
        return new Rule(id, text, Profile.STRICT, Severity.ERROR, List.of());
    }

    /** Begins further checks of a rule that another family states. */
    public static Rule also(String id) {
        return of(id, "");
    }

    /** Says why the rule exists. */
    public Rule because(String reason) {
        return saying(new RuleText(text.topic(), sentence(), reason, mend(), part()));
    }

    /** Says how to mend a breach. */
    public Rule mend(String cure) {
        return saying(new RuleText(text.topic(), sentence(), because(), cure, part()));
    }

    /** Says openly which part of the rule is checked, when a machine cannot check all of it. */
    public Rule partly(String checkedPart) {
        return saying(new RuleText(text.topic(), sentence(), because(), mend(), checkedPart));
    }

    private Rule saying(RuleText words) {
        return new Rule(id, words, profile, severity, checks);
    }

    /** Says that a breach is wrong in any project. */
    public Rule core() {
        return new Rule(id, text, Profile.CORE, severity, checks);
    }

    /** Says that a breach is for a person to judge. */
    public Rule warning() {
        return new Rule(id, text, profile, Severity.WARNING, checks);
    }

    /** Returns the rule in one sentence. */
    public String sentence() {
        return text.sentence();
    }

    /** Returns the reason for it. */
    public String because() {
        return text.because();
    }

    /** Returns a way to mend a breach. */
    public String mend() {
        return text.mend();
    }

    /** Returns the part that is checked, for a rule that a machine cannot check in full; else null. */
    public @Nullable String part() {
        return text.part();
    }

    /** Adds a check of each subject by itself. */
    public <S extends Subject> Rule each(
            Checkpoint at, Function<Project, ? extends Collection<S>> subjects, BiConsumer<S, Findings> examination) {
        return with(Check.each(at, subjects, examination));
    }

    /** Adds a check of each subject by itself, which says what is wrong with it; null if nothing is. */
    public <S extends Subject> Rule refuse(
            Checkpoint at,
            Function<Project, ? extends Collection<S>> subjects,
            Function<S, ? extends @Nullable String> breach) {
        return each(at, subjects, (subject, findings) -> findings.refuse(subject, breach.apply(subject)));
    }

    /** Adds a check of the project as a whole. It must call {@link Findings#looked()} for what it looks at. */
    public Rule whole(Checkpoint at, BiConsumer<Project, Findings> examination) {
        return with(new Check(at, examination));
    }

    /** Returns the same rule with only those of its checks that the predicate picks. */
    public Rule only(Predicate<Check> picked) {
        return new Rule(
                id, text, profile, severity, checks.stream().filter(picked).toList());
    }

    /** Adds a check. */
    public Rule with(Check check) {
        return with(List.of(check));
    }

    /** Adds checks. */
    public Rule with(List<Check> further) {
        var all = new ArrayList<>(checks);
        all.addAll(further);
        return new Rule(id, text, profile, severity, all);
    }
}
