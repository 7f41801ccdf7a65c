// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Locale;

/**
 * Index of the rulebook as a page of Markdown, by topic: each rule with its checks and the waivers in force. The pages of the standard
 * rules are in the library's sources, below {@code docs/rules}. A project writes the index from its report and fails when the committed
 * page differs:
 *
 * {@snippet :
 * assertThat(Path.of("docs/rulebook.md")).hasContent(RulebookPage.of(report, "rules"));
 * }
 */
public final class RulebookPage {
    private RulebookPage() {}

    /**
     * Returns the page.
     *
     * @param pages where the index finds the pages of the rules, relative to itself
     */
    public static String of(Report report, String pages) {
        var rules = report.rulebook().rules();
        long core =
                rules.stream().filter(rule -> rule.profile() == Profile.CORE).count();
        long partly = rules.stream().filter(rule -> rule.part() != null).count();
        return """
                # The rulebook

                Written by the build from the rules themselves; do not edit. Each rule has a page with its reason, its cure and examples, which are
                its tests. Where a rule is checked: %s.

                %d rules: %d are core, wrong in any project; the others are strict, the style of one house. In the core profile a warning is
                shown and fails nothing. Every one of them is checked%s

                %s""".formatted(
                        List.of(Checkpoint.values()).stream()
                                .map(checkpoint -> checkpoint.letter() + " " + checkpoint.words())
                                .collect(joining(", ")),
                        rules.size(),
                        core,
                        partly == 0 ? "." : ", " + partly + " only in the part that their pages name.",
                        Topic.ALL.stream()
                                .map(topic -> topic(topic, report, pages))
                                .filter(chapter -> !chapter.isEmpty())
                                .collect(joining("\n")));
    }

    private static String topic(String title, Report report, String pages) {
        var rows = report.rulebook().rules().stream()
                .filter(rule -> rule.text().topic().equals(title))
                .map(rule -> row(report, rule, pages))
                .collect(joining("\n"));
        return rows.isEmpty() ? "" : """
                ## %s

                | Rule | What must hold | Profile | Checked | Waived |
                |---|---|---|---|---|
                %s
                """.formatted(title, rows);
    }

    private static String row(Report report, Rule rule, String pages) {
        return "| [" + rule.id() + "](" + pages + "/" + rule.id() + ".md) | " + cell(rule.sentence()) + " | "
                + profile(rule) + " | " + checked(rule) + " | " + waivers(report, rule) + " |";
    }

    private static String profile(Rule rule) {
        return rule.profile().name().toLowerCase(Locale.ROOT)
                + (rule.severity() == Severity.WARNING ? ", warning" : "");
    }

    private static String checked(Rule rule) {
        var letters = rule.checks().stream()
                .map(check -> String.valueOf(check.at().letter()))
                .distinct()
                .collect(joining(" "));
        return rule.part() == null ? letters : letters + ", in part";
    }

    private static String waivers(Report report, Rule rule) {
        return report.project().waivers().stream()
                .filter(waiver -> waiver.rule().equals(rule.id()))
                .distinct()
                .map(waiver -> "`" + waiver.place().element() + "`: " + cell(waiver.reason()))
                .collect(joining("<br>"));
    }

    private static String cell(String text) {
        return text.replace("|", "\\|").replace("<", "&lt;");
    }
}
